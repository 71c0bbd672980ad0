/** The columns of the organizations: a partner looks after all that it sees, so it needs no column for that. */
import { Link } from 'react-router';
import type { LookedAfterView } from '../../../shared/contract/looked-after.ts';
import { may } from '../../api/actor.ts';
import type { Staff } from '../../api/looked-after.ts';
import { organizationsTexts as words } from '../../texts/organizations.ts';
import { Monogram } from '../../ui/brand.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { formatMoment, formatNumber } from '../../ui/format.ts';
import { Status } from '../../ui/status.tsx';
import classes from './organizations.module.css';
import { TurnMenu, type Turns } from './turn-menu.tsx';

type OrganizationColumn = Column<LookedAfterView>;

export function columnsFor({ actor }: Staff, turns: Turns): OrganizationColumn[] {
  const { columns } = words;
  const partner: OrganizationColumn = {
    key: 'partner',
    title: columns.partner,
    cell: each => <Partner organization={each} />,
  };
  const menu: OrganizationColumn = {
    key: 'menu',
    title: columns.menu,
    kind: 'menu',
    cell: each => <TurnMenu organization={each} turns={turns} />,
  };
  return [
    { key: 'name', title: columns.name, kind: 'lead', cell: each => <Name organization={each} /> },
    { key: 'plan', title: columns.plan, cell: ({ plan }) => planName(plan) },
    { key: 'seats', title: columns.seats, cell: each => <Seats seats={each.seats} /> },
    { key: 'active', title: columns.active, cell: ({ active }) => <Count value={active} /> },
    { key: 'invited', title: columns.invited, cell: ({ invited }) => <Count value={invited} /> },
    ...(actor.as === 'operator' ? [partner] : []),
    { key: 'state', title: columns.state, cell: ({ suspendedAt }) => <State since={suspendedAt} /> },
    ...(may(actor, 'organizations.suspend') ? [menu] : []),
  ];
}

/** Plans come and go; one that the words do not know yet is called what it is called. */
function planName(plan: string): string {
  const { plans } = words;
  return plan in plans ? plans[plan as keyof typeof plans] : plan; // it is in there
}

type OfOrganization = { organization: LookedAfterView };

function Name({ organization: { id, name, kind, needsApproval } }: OfOrganization) {
  const notes = [kind !== 'customer' && words.kinds[kind], needsApproval && words.needsApproval];
  return (
    <span className={classes.who}>
      <Monogram name={name} />
      <span className={classes.words}>
        <Link className={classes.name} to={`/o/${id}/users`}>
          <bdi>{name}</bdi>
        </Link>
        <span className={classes.note}>{notes.filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  );
}

function Seats({ seats: { used, total } }: { seats: LookedAfterView['seats'] }) {
  return (
    <span className={classes.number} data-full={used >= total || undefined}>
      {words.seats(formatNumber(used), formatNumber(total))}
    </span>
  );
}

function Count({ value }: { value: number }) {
  return <span className={classes.number}>{formatNumber(value)}</span>;
}

function Partner({ organization: { partner } }: OfOrganization) {
  return partner ? (
    <bdi className={classes.partner}>{partner.name}</bdi>
  ) : (
    <span className={classes.none}>–</span>
  );
}

function State({ since }: { since: string | undefined }) {
  if (!since) return <Status tone="good">{words.states.open}</Status>;
  return (
    <Status tone="waiting" why={words.since(formatMoment(since))}>
      {words.states.suspended}
    </Status>
  );
}
