/** Several of many, found by typing: what is chosen stands below the field. */
import { Input } from '@mantine/core';
import { Chip } from './chips.tsx';
import type { SeveralProps } from './form.ts';
import classes from './pick-several.module.css';
import type { Choice } from './search-choices.ts';
import { SearchSelect } from './search-select.tsx';

type PickSeveralProps = SeveralProps & {
  label: string;
  description?: string;
  /** Also what is chosen already; undefined while they are on their way. */
  choices: readonly Choice[] | undefined;
  placeholder?: string;
  disabled?: boolean;
  nothing: string;
  removeLabel: (name: string) => string;
};

export function PickSeveral(props: PickSeveralProps) {
  const { name, label, description, choices = [], value, error, onChange, disabled } = props;
  const chosen = value.map(id => choices.find(choice => choice.value === id) ?? { value: id, label: '…' });
  return (
    <div className={classes.field}>
      <SearchSelect
        name={name}
        label={label}
        description={description}
        choices={choices.filter(({ value: id }) => !value.includes(id))}
        value={null}
        invalid={error !== undefined}
        placeholder={props.placeholder}
        disabled={disabled || !props.choices}
        onChange={id => id && onChange([...value, id])}
        nothing={props.nothing}
      />
      {chosen.length > 0 && (
        <ul className={classes.chosen} aria-label={label}>
          {chosen.map(({ value: id, label: words }) => (
            <li key={id}>
              <Chip
                remove={
                  disabled
                    ? undefined
                    : {
                        label: props.removeLabel(words),
                        onRemove: () => onChange(value.filter(each => each !== id)),
                      }
                }
              >
                {words}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {error && <Input.Error role="alert">{error}</Input.Error>}
    </div>
  );
}
