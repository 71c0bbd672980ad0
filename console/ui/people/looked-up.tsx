/** Whom a pasted list means: who can be added, and who is left out and why. */
import type { UserView } from '../../../shared/contract/users.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { formatNumber } from '../format.ts';
import classes from './people.module.css';
import { type Team, whyNot } from './team.ts';

export type LookedUp = { people: UserView[]; left: { entry: string; why: string }[] };

export function lookedUp(team: Team, { users, unknown }: { users: UserView[]; unknown: string[] }): LookedUp {
  const judged = users.map(user => ({ user, why: whyNot(team, user) }));
  return {
    people: judged.flatMap(({ user, why }) => (why === undefined ? [user] : [])),
    left: [
      ...unknown.map(entry => ({ entry, why: words.paste.unknown })),
      ...judged.flatMap(({ user, why }) => (why === undefined ? [] : [{ entry: user.displayName, why }])),
    ],
  };
}

export function Looked({ found: { people, left } }: { found: LookedUp }) {
  return (
    <div className={classes.looked} role="status">
      <p className={classes.found}>{words.paste.found(formatNumber(people.length))}</p>
      {left.length > 0 && (
        <>
          <h3 className={classes.leftTitle}>{`${words.paste.left} (${formatNumber(left.length)})`}</h3>
          <ul className={classes.left}>
            {left.map(({ entry, why }) => (
              <li key={entry}>
                <bdi>{entry}</bdi>
                <span>{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
