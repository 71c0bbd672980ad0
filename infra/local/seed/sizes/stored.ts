/** What is stored of a crowd, as the product's own rules and adapters have it. */
import { type Item, itemOf } from '../../../../shared/adapters/dynamo/items.ts';
import { rowsOf } from '../../../../shared/adapters/dynamo/user-rows.ts';
import type { Change } from '../../../../shared/domain/change.ts';
import { takeAddress } from '../../../../shared/domain/email.ts';
import type { Organization, User } from '../../../../shared/domain/model.ts';
import { assigning, type Named } from '../../../../shared/domain/rights.ts';
import { tallied } from '../../../../shared/domain/tallied.ts';
import { countingAll } from '../../../../shared/domain/user.ts';
import { usernameTaken } from '../../../../shared/domain/username.ts';
import type { Member } from './crowd.ts';

/** The users and what they are found by: all that a list reads. */
export function listedOf({ user, elsewhere }: Member): Item[] {
  return [user, ...(elsewhere ? [elsewhere] : [])].flatMap(each => [itemOf(each), ...rowsOf(each)]);
}

/** Everything else that is stored of somebody. */
export function besidesOf({ person, user }: Member, named: Named): Item[] {
  const changes: Change[] = [
    { do: 'create', entity: person },
    takeAddress(person.email, person.id, undefined),
    ...(user.status === 'archived' ? [] : usernameTaken(user)),
    ...assigning(undefined, user, named),
  ];
  return changes.flatMap(change => (change.do === 'create' ? [itemOf(change.entity)] : []));
}

/** What is counted of some members, in one transaction. */
export function countedOf(
  members: readonly Member[],
  organizations: readonly Organization[],
  named: Named,
): Change[] {
  const users = members.flatMap(({ user, elsewhere }) => (elsewhere ? [user, elsewhere] : [user]));
  const come = (user: User) => [undefined, user] as const;
  const counted = organizations.flatMap(organization =>
    countingAll(organization, users.filter(user => user.organization === organization.id).map(come)),
  );
  const entailed = members.flatMap(({ user }) => assigning(undefined, user, named));
  return [...counted, ...tallied(entailed.filter(change => change.do === 'tally'))];
}
