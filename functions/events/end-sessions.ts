import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import { ref } from '../../shared/domain/refs.ts';
import { hasAccess } from '../../shared/domain/session.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';

/**
 * Follows up at Cognito what already holds at our door, where every request is checked. It acts on how things are
 * now, not on what the event says: somebody who is back in the meantime stays signed in.
 */
export const endSessions: SubscriberUseCase<'end-sessions'> = async ({ detail }, { directory, identity }) => {
  const id = targetPerson(DomainEvent.parse(detail));
  if (!id) return;
  const [person] = await directory.get(ref.person(id));
  if (!person) return identity.remove(id);
  if (!hasAccess(person)) return identity.signOutEverywhere(id);
};
