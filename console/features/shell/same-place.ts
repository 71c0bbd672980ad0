/** Where switching leads: to the same kind of page, where the other organization has it for the reader. */
import type { Me } from '../../../shared/contract/auth.ts';
import { actorIn } from '../../api/actor.ts';
import { entriesFor } from './entries.ts';

/** @param pathname of the page that is shown: `/o/<organization>/<kind of page>/…`, or one of no organization */
export function samePlaceIn(to: Me['organizations'][number], me: Me, pathname: string): string {
  const [, , , kind] = pathname.startsWith('/o/') ? pathname.split('/') : [];
  const actor = actorIn(me, to.id);
  const isThere = actor && !to.suspended && entriesFor(actor, to.kind).some(entry => entry.to === kind);
  return isThere ? `/o/${to.id}/${kind}` : `/o/${to.id}`;
}
