import type { RoleId } from '../../../shared/contract/ids.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import type { AccessPolicy } from '../../../shared/domain/model-access.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listRoleHolders: UseCase<'list-role-holders'> = async ({ input }, { directory }) => {
  const { org: organization, role, limit, cursor } = input;
  const question = [organization, role, 'holders'];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const [[policy], { items, next }] = await Promise.all([
    directory.get(ref.policy(organization)),
    directory.list({ of: 'assignment', organization, to: role }, { limit, after: page.after }),
  ]);
  if (!policy?.customRoles[role]) return refuse('not-found');
  const carriers = groupsWith(role, policy).map(id => ref.group(organization, id));
  const holders = items.map(({ user }) => ref.user(organization, user));
  const found = holders.length + carriers.length > 0 ? await directory.get(...holders, ...carriers) : [];
  return done({
    items: found.filter(entity => entity?.type === 'user'),
    groups: found.filter(entity => entity?.type === 'group'),
    nextCursor: next && sealCursor(next, question),
  });
};

function groupsWith(role: RoleId, { groups }: AccessPolicy) {
  const ids = Object.keys(groups) as (keyof AccessPolicy['groups'])[]; // by the schema of its keys
  return ids.filter(id => groups[id]?.includes(role));
}
