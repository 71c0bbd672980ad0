/** The numbers on top: seats, second factors and people by status, each with the lists that it is made of. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { OverviewView } from '../../../shared/contract/overview.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { Meter } from '../../ui/meter.tsx';
import { usersBy, usersWith, usersWithOpenInvitation } from './links.ts';
import classes from './overview.module.css';
import { Part } from './part.tsx';

type FigureProps = { users: string; view: OverviewView };

export function SeatsFigure({ users, view: { seats, users: counts } }: FigureProps) {
  const words = overviewTexts.seats;
  const [used, total] = [formatNumber(seats.used), formatNumber(seats.total)];
  const free = seats.total - seats.used;
  return (
    <Part title={words.title}>
      <Figure value={used} of={words.of(total)} />
      <Meter
        label={words.label(used, total)}
        used={seats.used}
        total={seats.total}
        words={free > 0 ? words.free(formatNumber(free)) : words.full}
      />
      <Lists>
        <Link to={users + usersBy.active}>{words.active(formatNumber(counts.active))}</Link>
        {/* Whoever is active has a seat, and so has whoever can still accept. */}
        <Link to={users + usersWithOpenInvitation}>
          {words.invited(formatNumber(seats.used - counts.active))}
        </Link>
      </Lists>
    </Part>
  );
}

export function FactorFigure({ users, view: { mfa } }: FigureProps) {
  const words = overviewTexts.mfa;
  const share = mfa.active > 0 ? mfa.enrolled / mfa.active : 0;
  return (
    <Part title={words.title}>
      <Figure value={formatNumber(mfa.enrolled)} of={words.of(formatNumber(mfa.active))} />
      <Meter
        label={words.label}
        used={mfa.enrolled}
        total={mfa.active}
        words={words.share(formatPercent(share))}
        goal
      />
      <Lists>
        <Link to={users + usersWith.factor}>{words.enrolled(formatNumber(mfa.enrolled))}</Link>
        <Link to={users + usersWith.noFactor}>{words.none(formatNumber(mfa.active - mfa.enrolled))}</Link>
      </Lists>
    </Part>
  );
}

const statuses = ['active', 'invited', 'inactive', 'archived'] as const;

export function PeopleFigure({ users, view: { users: counts } }: FigureProps) {
  const most = Math.max(1, ...statuses.map(status => counts[status]));
  return (
    <Part title={overviewTexts.people.title}>
      <ul className={classes.statuses}>
        {statuses.map(status => (
          <li key={status}>
            <Link to={users + usersBy[status]}>{overviewTexts.people[status]}</Link>
            <progress className={classes.share} value={counts[status]} max={most} aria-hidden="true" />
            <span className={classes.count}>{formatNumber(counts[status])}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Figure({ value, of }: { value: string; of: string }) {
  return (
    <p className={classes.figure}>
      <strong>{value}</strong> {of}
    </p>
  );
}

function Lists({ children }: { children: ReactNode }) {
  return <div className={classes.lists}>{children}</div>;
}
