/**
 * The design of the tables.
 *
 * directory
 *   pk                  sk                     what
 *   ORG#<org>           ORGANIZATION           the organization
 *   ORG#<org>           COUNTERS               its counters, changed with what they count
 *   ORG#<org>           USER#<person>          a user, with the invitation inside
 *   ORG#<org>           USERNAME#<username>    reservation
 *   ORG#<org>           CLIENT#<client>        a registered application
 *   ORG#<org>           QUOTA#<name>           how much of something was used, in a stretch of time that is named
 *   PERSON#<person>     PERSON                 the person, with the status of each membership
 *   PERSON#<person>     SESSION#<origin_jti>   a sign-in on one device
 *   PERSON#<person>     ANSWER#<key>           an answer about them, given under an Idempotency-Key
 *   EMAIL#<email>       EMAIL                  reservation, across organizations
 *   LINK#<sha256>       LINK                   a link that was mailed
 *   CLIENT#<client>     CLIENT                 whose a registered application is
 *   CLAIM#<key>         CLAIM                  who is doing what only one may do
 *   ANSWER#<key>        ANSWER                 the answer given under an Idempotency-Key, or whom it was about
 *   ATTEMPTS#<bucket>   ATTEMPTS               how many there were, in a stretch of time that is named
 *
 *   index users         ORG#<org>#<status>       <folded name>#<person>         lists, a partition for each tab
 *   index approvals     ORG#<approver>#AWAITING  <folded name>#<org>#<person>   users who wait for a partner's approval
 *   index expiry        EXPIRY#<0…7>             <expiresAt>#<org>#<person>     seated invitations, by when they run out
 *   index credentials   CREDENTIALS#<0…7>        <person>                       people who have chosen a password
 *
 * events (append only)
 *   ORG#<org>           <event>                sorts by time
 *
 * Every key of a tenant begins with `ORG#<org>` and a delimiter follows every id; the global ones are PERSON#, EMAIL#,
 * LINK#, CLIENT#, CLAIM#, ANSWER#, ATTEMPTS# and two of the indexes. What tells of a person and is no tenant's stands in
 * the person's partition, so that it can be found, and goes, when they go.
 */
import type { OrganizationId, PersonId } from '../../contract/ids.ts';
import type { UserStatus } from '../../contract/users.ts';
import type { Entity, User } from '../../domain/model.ts';
import type { Ref } from '../../domain/refs.ts';

export type Key = { pk: string; sk: string };

export const sessionPrefix = 'SESSION#';
export const apiClientPrefix = 'CLIENT#';

export function keyOf(ref: Ref): Key {
  switch (ref.type) {
    case 'organization':
      return { pk: `ORG#${ref.id}`, sk: 'ORGANIZATION' };
    case 'counters':
      return { pk: `ORG#${ref.organization}`, sk: 'COUNTERS' };
    case 'user':
      return { pk: `ORG#${ref.organization}`, sk: `USER#${ref.id}` };
    case 'username':
      return { pk: `ORG#${ref.organization}`, sk: `USERNAME#${ref.username}` };
    case 'api-client':
      return { pk: `ORG#${ref.organization}`, sk: `${apiClientPrefix}${ref.id}` };
    case 'quota':
      return { pk: `ORG#${ref.organization}`, sk: `QUOTA#${ref.name}` };
    case 'person':
      return { pk: `PERSON#${ref.id}`, sk: 'PERSON' };
    case 'session':
      return { pk: `PERSON#${ref.person}`, sk: `${sessionPrefix}${ref.id}` };
    case 'personal-answer':
      return { pk: `PERSON#${ref.person}`, sk: `ANSWER#${ref.key}` };
    case 'email':
      return { pk: `EMAIL#${ref.email}`, sk: 'EMAIL' };
    case 'link':
      return { pk: `LINK#${ref.hash}`, sk: 'LINK' };
    case 'api-client-owner':
      return { pk: `CLIENT#${ref.id}`, sk: 'CLIENT' };
    case 'claim':
      return { pk: `CLAIM#${ref.key}`, sk: 'CLAIM' };
    case 'answer':
      return { pk: `ANSWER#${ref.key}`, sk: 'ANSWER' };
    case 'attempts':
      return { pk: `ATTEMPTS#${ref.bucket}`, sk: 'ATTEMPTS' };
  }
}

export const eventKey = (organization: OrganizationId, event: string): Key => ({
  pk: `ORG#${organization}`,
  sk: event,
});

/** By name as people look for it: without case and marks. What follows makes no two the same. */
const byName = (user: User, ...ids: string[]) =>
  [folded(`${user.firstName} ${user.lastName}`), ...ids].join('#');

export const usersIndex = {
  name: 'users',
  partition: (organization: OrganizationId, status: UserStatus) => `ORG#${organization}#${status}`,
  position: (user: User) => byName(user, user.id),
} as const;

export const approvalsIndex = {
  name: 'approvals',
  partition: (approver: OrganizationId) => `ORG#${approver}#AWAITING`,
  position: (user: User) => byName(user, user.organization, user.id),
} as const;

const shards = [0, 1, 2, 3, 4, 5, 6, 7];

/** An index over everybody, in several partitions. The last character of an id is random: it spreads writes evenly. */
const sharded = <N extends string>(name: N, prefix: string) => ({
  name,
  partitions: shards.map(shard => `${prefix}#${shard}`),
  partition: (id: PersonId) => `${prefix}#${(id.codePointAt(id.length - 1) ?? 0) % shards.length}`,
});

export const expiryIndex = {
  ...sharded('expiry', 'EXPIRY'),
  position: (user: User) => `${user.invitation?.expiresAt}#${user.organization}#${user.id}`,
};

export const credentialsIndex = sharded('credentials', 'CREDENTIALS');

/** What an entity shows to the indexes; each is named for the index that it is a key of. */
export function indexAttributes(entity: Entity): Record<string, string> {
  if (entity.type === 'person' && entity.passwordGeneration > 0)
    return { credentialsPk: credentialsIndex.partition(entity.id), credentialsSk: entity.id };
  if (entity.type !== 'user') return {};
  return {
    usersPk: usersIndex.partition(entity.organization, entity.status),
    usersSk: usersIndex.position(entity),
    ...(canExpire(entity) && {
      expiryPk: expiryIndex.partition(entity.id),
      expirySk: expiryIndex.position(entity),
    }),
    ...(entity.approver &&
      awaitsApproval(entity) && {
        approvalsPk: approvalsIndex.partition(entity.approver),
        approvalsSk: approvalsIndex.position(entity),
      }),
  };
}

/** An invitation that holds a seat and is not settled. */
function canExpire({ seated, status, invitation }: User): boolean {
  return seated && status === 'invited' && invitation?.expiresAt !== undefined;
}

/** Whoever is out already is let in by nobody. */
function awaitsApproval({ approved, status }: User): boolean {
  return !approved && (status === 'invited' || status === 'active');
}

/** Without case and diacritics, at most 120 characters: enough to sort by. */
function folded(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].slice(0, 120).join(''); // by whole characters: half an emoji is no text that a key could hold
}
