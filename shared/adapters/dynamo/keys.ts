/**
 * The design of the tables.
 *
 * directory
 *   pk                       sk                      what
 *   ORG#<org>                ORGANIZATION            the organization
 *   ORG#<org>                COUNTERS                its counters, changed with what they count
 *   ORG#<org>                USER#<person>           a user, with the invitation inside
 *   ORG#<org>                USERNAME#<username>     reservation
 *   PERSON#<person>          PERSON                  the person, with the status of each membership
 *   PERSON#<person>          SESSION#<origin_jti>    a sign-in on one device
 *   EMAIL#<email>            EMAIL                   reservation, across organizations
 *   LINK#<sha256>            LINK                    a link that was mailed
 *   CLAIM#<key>              CLAIM                   who is doing what only one may do
 *   ANSWER#<key>             ANSWER                  the answer given under an Idempotency-Key
 *
 *   index users    ORG#<org>#<status>     <folded name>#<person>      lists, a partition for each tab
 *   index expiry   EXPIRY#<0…7>           <expiresAt>#<org>#<person>  seated invitations, by when they run out
 *
 * events (append only)
 *   ORG#<org>                <event>                 sorts by time
 *
 * Every key of a tenant begins with `ORG#<org>` and a delimiter follows every id; the global ones are EMAIL#, LINK#,
 * PERSON#, CLAIM#, ANSWER# and the expiry index.
 */
import type { OrganizationId, PersonId } from '../../contract/ids.ts';
import type { UserStatus } from '../../contract/users.ts';
import type { Entity, User } from '../../domain/model.ts';
import type { Ref } from '../../domain/refs.ts';

export type Key = { pk: string; sk: string };

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
    case 'person':
      return { pk: `PERSON#${ref.id}`, sk: 'PERSON' };
    case 'session':
      return { pk: `PERSON#${ref.person}`, sk: `SESSION#${ref.id}` };
    case 'email':
      return { pk: `EMAIL#${ref.email}`, sk: 'EMAIL' };
    case 'link':
      return { pk: `LINK#${ref.hash}`, sk: 'LINK' };
    case 'claim':
      return { pk: `CLAIM#${ref.key}`, sk: 'CLAIM' };
    case 'answer':
      return { pk: `ANSWER#${ref.key}`, sk: 'ANSWER' };
  }
}

export const eventKey = (organization: OrganizationId, event: string): Key => ({
  pk: `ORG#${organization}`,
  sk: event,
});

export const usersIndex = {
  name: 'users',
  partition: (organization: OrganizationId, status: UserStatus) => `ORG#${organization}#${status}`,
  /** By name as people look for it: without case and marks. Ends in the id, so that no two are the same. */
  position: (user: User) => `${folded(`${user.firstName} ${user.lastName}`)}#${user.id}`,
};

const shards = 8;

export const expiryIndex = {
  name: 'expiry',
  partitions: Array.from({ length: shards }, (_, shard) => `EXPIRY#${shard}`),
  /** The last character of an id is random: it spreads writes evenly. */
  partition: (id: PersonId) => `EXPIRY#${(id.codePointAt(id.length - 1) ?? 0) % shards}`,
  position: (user: User) => `${user.invitation?.expiresAt}#${user.organization}#${user.id}`,
};

type IndexAttributes = { usersPk?: string; usersSk?: string; expiryPk?: string; expirySk?: string };

/** What an entity shows to the indexes. Only invitations that hold a seat and are not settled can expire. */
export function indexAttributes(entity: Entity): IndexAttributes {
  if (entity.type !== 'user') return {};
  const expiring = entity.seated && entity.status === 'invited' && entity.invitation?.expiresAt;
  return {
    usersPk: usersIndex.partition(entity.organization, entity.status),
    usersSk: usersIndex.position(entity),
    ...(expiring && { expiryPk: expiryIndex.partition(entity.id), expirySk: expiryIndex.position(entity) }),
  };
}

/** Without case and diacritics, at most 120 characters: enough to sort by. */
function folded(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].slice(0, 120).join(''); // by whole characters: half an emoji is no text that a key could hold
}
