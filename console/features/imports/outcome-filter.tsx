/** How many rows come to what: each a link to these rows alone. */
import { Link } from 'react-router';
import { RowOutcome } from '../../../shared/contract/imports.ts';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';
import classes from './plan.module.css';
import type { Counts } from './plan-words.ts';

type FilterProps = { counts: Counts; outcome: RowOutcome | undefined };

export function OutcomeFilter({ counts, outcome }: FilterProps) {
  const all = RowOutcome.options.reduce((sum, each) => sum + counts[each], 0);
  return (
    <nav className={classes.filter} aria-label={importsTexts.plan.filter}>
      <Choice count={all} chosen={outcome === undefined}>
        {importsTexts.plan.all}
      </Choice>
      {RowOutcome.options.map(each => (
        <Choice key={each} is={each} count={counts[each]} chosen={outcome === each}>
          {importsTexts.filters[each]}
        </Choice>
      ))}
    </nav>
  );
}

type ChoiceProps = { is?: RowOutcome; count: number; chosen: boolean; children: string };

function Choice({ is, count, chosen, children }: ChoiceProps) {
  return (
    <Link
      to={{ search: is ? `?outcome=${is}` : '' }}
      className={classes.choice}
      data-outcome={is}
      data-none={count === 0 || undefined}
      aria-current={chosen || undefined}
    >
      {children} <span className={classes.count}>{formatNumber(count)}</span>
    </Link>
  );
}
