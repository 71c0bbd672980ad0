/** What the file is to be, and what of each user it is to have. */
import { Radio, Skeleton } from '@mantine/core';
import { ExportFormat } from '../../../../shared/contract/exports.ts';
import { userHeadings } from '../../../../shared/contract/user-columns.ts';
import { exportsTexts as words } from '../../../texts/exports.ts';
import { formatNumber } from '../../../ui/format.ts';
import type { ListState } from '../list-state.ts';
import classes from './export.module.css';
import { allColumns, fileColumns } from './file-columns.ts';

const columnChoices = ['shown', 'all'] as const;

export type Choice = { format: ExportFormat; columns: (typeof columnChoices)[number] };

type ChoiceProps = {
  /** Undefined until it is known. */
  count: string | undefined;
  list: ListState;
  choice: Choice;
  onChange: (choice: Choice) => void;
};

export function ExportChoice({ count, list, choice, onChange }: ChoiceProps) {
  const shown = fileColumns(list)
    .map(column => userHeadings[column])
    .join(', ');
  return (
    <>
      {count === undefined ? <Skeleton height={20} width="80%" /> : <p>{words.scope(count)}</p>}
      <Radio.Group
        name="format"
        label={words.format}
        value={choice.format}
        onChange={format => onChange({ ...choice, format: ExportFormat.parse(format) })}
      >
        <div className={classes.choices}>
          {ExportFormat.options.map(format => (
            <Radio
              key={format}
              value={format}
              label={words.formats[format].name}
              description={words.formats[format].why}
            />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        name="columns"
        label={words.columns}
        value={choice.columns}
        onChange={chosen => onChange({ ...choice, columns: chosen === 'all' ? 'all' : 'shown' })}
      >
        <div className={classes.choices}>
          <Radio value="shown" label={words.choices.shown} description={shown} />
          <Radio
            value="all"
            label={words.choices.all(formatNumber(allColumns.length))}
            description={words.choices.allWhy}
          />
        </div>
      </Radio.Group>
    </>
  );
}
