/** What a file may have in each column, and what holds for all of them. */
import { takenColumns, userHeadings } from '../../../shared/contract/user-columns.ts';
import { importColumnsTexts } from '../../texts/import-columns.ts';
import { importsTexts } from '../../texts/imports.ts';
import classes from './new-import.module.css';

const words = importsTexts.fresh.columns;

export function ColumnsHelp() {
  return (
    <section className={classes.help} aria-labelledby="columns-help">
      <h2 id="columns-help">{words.title}</h2>
      <ul className={classes.rules}>
        {importColumnsTexts.rules.map(rule => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <dl className={classes.columns}>
        {takenColumns.map(column => (
          <div key={column}>
            <dt>{userHeadings[column]}</dt>
            <dd>{importColumnsTexts.columns[column].takes}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
