/** From the token in a link to everything that hangs on it. */
import type { LinkToken } from '../../shared/contract/text.ts';
import type { Link, Organization, Person, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';

export type OpenedInvitation = { link: Link; user: User; person: Person; organization: Organization };

/** Undefined for a token that leads nowhere: unknown, of another purpose, or to somebody who was deleted. */
export async function openInvitation(
  token: LinkToken,
  { directory, ids }: PortsFor<'directory:read'>,
): Promise<OpenedInvitation | undefined> {
  const [link] = await directory.get(ref.link(ids.hashOf(token)));
  if (link?.purpose !== 'invitation') return undefined;
  const { organization: org, person: id } = link;
  const [user, person, organization] = await directory.get(
    ref.user(org, id),
    ref.person(id),
    ref.organization(org),
  );
  return user?.invitation && person && organization ? { link, user, person, organization } : undefined;
}
