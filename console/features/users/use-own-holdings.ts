/** What whoever is signed in holds, where they act on others. */
import { useQuery } from '@tanstack/react-query';
import { accessQueries } from '../../api/access-queries.ts';
import { type Actor, useMe } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import type { OwnHoldings } from './givable.ts';
import { holdsAllBy } from './rights-values.ts';

/** Undefined while it is on its way. Where it does not come, nothing is ruled out: the server has the last word. */
export function useOwnHoldings(org: string, actor: Actor): OwnHoldings | undefined {
  const { organizations } = useMe();
  const asStaff = organizations.find(({ kind, role }) => kind === actor.as && role === actor.role)?.id;
  const from = actor.as === 'member' ? org : (asStaff ?? org);
  const enabled = !holdsAllBy(actor.role);
  const held = useQuery({ ...accessQueries.userPermissions(from, actor.id), enabled });
  const self = useQuery({ ...queries.user(from, actor.id), enabled });
  if (!enabled || held.error || self.error || held.data?.everything) return 'everything';
  if (!held.data || !self.data) return undefined;
  return {
    permissions: new Set(held.data.items.map(({ key }) => key)),
    groups: new Set(self.data.groups.map(({ id }) => id)),
  };
}
