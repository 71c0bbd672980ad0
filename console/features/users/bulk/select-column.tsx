/** The column in which users are chosen: a box for each, and one for all on the page. */
import type { UserView } from '../../../../shared/contract/users.ts';
import { usersTexts } from '../../../texts/users.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { Tick } from '../../../ui/tick.tsx';
import type { Picks } from './picks.ts';

export function selectColumn(picks: Picks): Column<UserView> {
  const { column, one } = usersTexts.users.select;
  return {
    key: 'select',
    title: column,
    heading: <TickPage picks={picks} />,
    kind: 'select',
    cell: user => (
      <Tick
        label={one(user.displayName)}
        checked={picks.has(user)}
        onTick={(wanted, ranged) => picks.tick(user, wanted, ranged)}
      />
    ),
  };
}

function TickPage({ picks: { rows, has, set } }: { picks: Picks }) {
  const chosen = rows.filter(has).length;
  const all = chosen > 0 && chosen === rows.length;
  return (
    <Tick
      label={usersTexts.users.select.page}
      checked={all}
      some={chosen > 0 && !all}
      disabled={rows.length === 0}
      onTick={() => set(rows, !all)}
    />
  );
}
