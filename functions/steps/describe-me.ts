/** Who somebody is and where they may go: what a signed-in page needs first. */
import type { Me } from '../../shared/contract/auth.ts';
import type { Person } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { activeMemberships } from '../../shared/domain/session.ts';
import type { DirectoryReader } from '../../shared/ports.ts';

/** As many organizations as one round trip reads. */
const shown = 50;

export async function describeMe(person: Person, directory: DirectoryReader): Promise<Me> {
  const ids = activeMemberships(person).slice(0, shown);
  const [organizations, users] = await Promise.all([
    directory.get(...ids.map(ref.organization)),
    directory.get(...ids.map(id => ref.user(id, person.id))),
  ]);
  const memberships = ids.flatMap((id, i) => {
    const [organization, user] = [organizations[i], users[i]];
    return organization && user
      ? [{ id, name: organization.name, role: user.role, status: user.status }]
      : [];
  });
  const names = person.profile ?? users.find(user => user !== undefined);
  return {
    person: {
      id: person.id,
      email: person.email,
      firstName: names?.firstName ?? '',
      lastName: names?.lastName ?? '',
    },
    organizations: memberships,
  };
}
