/** Who looks after an account: one of the organizations that the person has accepted. */
import type { OrganizationId } from '../contract/ids.ts';
import type { Person, User } from './model.ts';

/** Whether this organization may touch the person's account: their address, second factors, passwords, API access. */
export function looksAfter({ id }: { id: OrganizationId }, person: Person): boolean {
  return person.home === id;
}

/**
 * Where the account is at home. It stays there as long as the person does; once they were removed or archived, it goes
 * to the organization that they accepted first of those that are left, so that somebody looks after it.
 * @param users all of theirs, as they will be
 */
export function homeFor({ home }: Pick<Person, 'home'>, users: readonly User[]): OrganizationId {
  const accepted = users
    .filter(({ invitation }) => invitation?.acceptedAt)
    .sort((a, b) => ((a.invitation?.acceptedAt ?? '') < (b.invitation?.acceptedAt ?? '') ? -1 : 1));
  const there = accepted.filter(({ status }) => status !== 'archived');
  const choice = there.length > 0 ? there : users;
  const stays = choice.some(({ organization }) => organization === home);
  return stays ? home : ((there[0] ?? accepted[0] ?? users[0])?.organization ?? home);
}
