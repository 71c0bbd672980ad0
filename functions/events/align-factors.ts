import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { alignFactors as align } from '../steps/align-factors.ts';

/** Follows up at Cognito what was decided about second factors. It acts on how things are now, not on what was told. */
export const alignFactors: SubscriberUseCase<'align-factors'> = async ({ detail }, ports) => {
  const person = targetPerson(DomainEvent.parse(detail));
  if (person && (await align(person, ports)) === 'busy')
    throw new Error('Somebody else is at it; to be asked again');
};
