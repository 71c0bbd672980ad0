/** The ways into the table beside its own keys: what an entity shows to which index. */

import { folded } from '../../contract/folded.ts';
import type { OrganizationId, PersonId } from '../../contract/ids.ts';
import { placeIn, positionIn } from '../../contract/user-words.ts';
import type { UserStatus } from '../../contract/users.ts';
import type { Entity, User } from '../../domain/model.ts';

/** By name as people look for it: without case and marks. What follows makes no two the same. */
const byName = (name: string, id: string) => `${folded(name)}#${id}`;

/** Every list that is sorted by name. */
export const listsIndex = {
  name: 'lists',
  users: (organization: OrganizationId, status: UserStatus) => `ORG#${organization}#${status}`,
  groups: (organization: OrganizationId) => `ORG#${organization}#GROUPS`,
  projects: (organization: OrganizationId) => `ORG#${organization}#PROJECTS`,
  organizations: () => 'ORGANIZATIONS',
} as const;

/** What partners see over all organizations that they look after, by name. */
export const partnersIndex = {
  name: 'partners',
  awaiting: (approver: OrganizationId) => `ORG#${approver}#AWAITING`,
  lookedAfter: (partner: OrganizationId) => `ORG#${partner}#LOOKED-AFTER`,
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
  if (entity.type === 'group') return listed(listsIndex.groups(entity.organization), entity);
  if (entity.type === 'project') return listed(listsIndex.projects(entity.organization), entity);
  if (entity.type === 'organization')
    return {
      ...listed(listsIndex.organizations(), entity),
      ...(entity.partner && {
        partnersPk: partnersIndex.lookedAfter(entity.partner),
        partnersSk: byName(entity.name, entity.id),
      }),
    };
  if (entity.type !== 'user') return {};
  return {
    listsPk: listsIndex.users(entity.organization, entity.status),
    listsSk: positionIn('name', entity),
    ...(canExpire(entity) && {
      expiryPk: expiryIndex.partition(entity.id),
      expirySk: expiryIndex.position(entity),
    }),
    ...(entity.approver &&
      awaitsApproval(entity) && {
        partnersPk: partnersIndex.awaiting(entity.approver),
        partnersSk: [placeIn('name', entity), entity.organization, entity.id].join('#'),
      }),
  };
}

const listed = (partition: string, { name, id }: { name: string; id: string }) => ({
  listsPk: partition,
  listsSk: byName(name, id),
});

/** An invitation that holds a seat and is not settled. */
function canExpire({ seated, status, invitation }: User): boolean {
  return seated && status === 'invited' && invitation?.expiresAt !== undefined;
}

/** Whoever is out already is let in by nobody. */
function awaitsApproval({ approved, status }: User): boolean {
  return !approved && (status === 'invited' || status === 'active');
}
