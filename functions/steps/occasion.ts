/** What all subscribers do who write to somebody about an event: see whom it is about, and mail them once. */
import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import { PersonId } from '../../shared/contract/ids.ts';
import type { Organization, Person, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { Mail } from '../../shared/ports/messages.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { BusMessage } from '../runtime/queue.ts';
import { once } from './deliver-once.ts';

export type Occasion = {
  event: DomainEvent;
  organization: Organization;
  person: Person;
  /** The person in that organization. */
  user: User | undefined;
};

/** An event and whom it is about, as they are now; undefined where they are gone, or it is about nobody. */
export async function occasionOf(
  { detail }: BusMessage,
  directory: DirectoryReader,
): Promise<Occasion | undefined> {
  const event = DomainEvent.parse(detail);
  const id = targetPerson(event);
  if (!id) return undefined;
  const [organization, person, user] = await directory.get(
    ref.organization(event.organization),
    ref.person(id),
    ref.user(event.organization, id),
  );
  return organization && person && { event, organization, person, user };
}

/** What every letter to a person is filled with. */
export function greeting({ organization, person }: Pick<Occasion, 'organization' | 'person'>) {
  return { organizationName: organization.name, addressee: person.profile?.firstName ?? person.email };
}

/** The name of whoever did it to the person, where it was not themselves and the organization knows them. */
export async function administratorOf(
  { event, organization, person }: Occasion,
  directory: DirectoryReader,
): Promise<string | undefined> {
  const id = PersonId.safeParse(event.actor.id);
  return id.success && id.data !== person.id ? nameOf(id.data, organization, directory) : undefined;
}

/** What somebody is called in an organization; undefined where it does not know them. */
export async function nameOf(
  id: PersonId | undefined,
  organization: Organization,
  directory: DirectoryReader,
): Promise<string | undefined> {
  const [user] = id ? await directory.get(ref.user(organization.id, id)) : [];
  return user?.displayName;
}

/** A letter on its way to a person, at the address they sign in with unless another is named. */
export function mailTo(
  person: Person,
  letter: Pick<Mail, 'subject' | 'html' | 'text'>,
  to = person.email,
): Mail {
  return { to, ...letter, tags: { person: person.id } };
}

/** Mails once; the key says what for. */
export async function mailOnce(
  key: string,
  mail: Mail,
  ports: PortsFor<'directory:write' | 'mail:send'>,
): Promise<void> {
  await once(key, ports, () => ports.mailer.send(mail));
}
