import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { endAtCognito } from '../steps/end-at-cognito.ts';

/** It acts on how things are now, not on what the event says: somebody who is back in the meantime stays signed in. */
export const endSessions: SubscriberUseCase<'end-sessions'> = async ({ detail }, ports) => {
  const id = targetPerson(DomainEvent.parse(detail));
  if (id) await endAtCognito(id, ports);
};
