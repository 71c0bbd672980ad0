/** Who is in a group or project, a page at a time, by id: as many round trips, however many there are. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { refuse } from '../../shared/domain/decision.ts';
import { isMember, viewMember } from '../../shared/domain/members.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { done } from '../runtime/use-case.ts';
import { pageAfter, sealCursor } from './cursor.ts';

type Asked = { org: OrganizationId; limit: number; cursor?: string };

export async function listMembers(
  place: Ref<'group' | 'project'>,
  { org: organization, limit, cursor }: Asked,
  directory: DirectoryReader,
) {
  const question = [organization, place.id, 'members'];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const [[found], { items, next }] = await Promise.all([
    directory.get(place),
    directory.list({ of: 'assignment', organization, to: place.id }, { limit, after: page.after }),
  ]);
  if (!found) return refuse('not-found');
  const users = await directory.get(...items.map(({ user }) => ref.user(organization, user)));
  return done({
    // Whoever has left since the page was read is left out.
    items: users.flatMap(user => (user && isMember(user, place) ? [viewMember(user)] : [])),
    nextCursor: next && sealCursor(next, question),
  });
}
