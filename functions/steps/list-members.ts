/** Who is in a group or project, by name, a page at a time. */
import { refuse } from '../../shared/domain/decision.ts';
import { viewMember } from '../../shared/domain/members.ts';
import type { Ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { done } from '../runtime/use-case.ts';
import { type AskedWithin, usersWithin } from './users-within.ts';

export async function listMembers(
  place: Ref<'group' | 'project'>,
  asked: AskedWithin,
  directory: DirectoryReader,
) {
  const which = place.type === 'group' ? { groups: [place.id] } : { projects: [place.id] };
  const [[found], page] = await Promise.all([directory.get(place), usersWithin(which, asked, directory)]);
  if (!page.ok) return page;
  if (!found) return refuse('not-found');
  return done({ items: page.users.map(viewMember), nextCursor: page.nextCursor });
}
