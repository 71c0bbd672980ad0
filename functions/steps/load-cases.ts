/** Several users with their persons, and what their rights name: each as a decision about one of them is made from. */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import type { User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { loadNamed } from './load-rights.ts';

/** By id; whoever is gone is not among them. */
export async function loadCases(
  actor: OrganizationActor,
  ids: readonly PersonId[],
  directory: DirectoryReader,
  now: Time,
): Promise<Map<PersonId, UserCase>> {
  const users = await directory.get(...ids.map(id => ref.user(actor.organization.id, id)));
  return casesOf(
    actor,
    users.filter(user => user !== undefined),
    directory,
    now,
  );
}

/** The same of users who are read already. */
export async function casesOf(
  actor: OrganizationActor,
  users: readonly User[],
  directory: DirectoryReader,
  now: Time,
): Promise<Map<PersonId, UserCase>> {
  const { organization } = actor;
  const [named, persons] = await Promise.all([
    loadNamed(organization.id, users, directory),
    directory.get(...users.map(({ id }) => ref.person(id))),
  ]);
  const cases = users.flatMap((user, i): [PersonId, UserCase][] => {
    const person = persons[i];
    return person ? [[user.id, { actor, organization, user, person, named, now }]] : [];
  });
  return new Map(cases);
}
