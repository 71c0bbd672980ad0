import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';

/** Of the picture that was shown before, by its name in the event; unless it is shown again. */
export const removePictureFiles: SubscriberUseCase<'remove-picture-files'> = async (
  { detail },
  { directory, files },
) => {
  const event = DomainEvent.parse(detail);
  const before = event.changes.find(({ field }) => field === 'picture')?.before;
  const id = targetPerson(event);
  if (typeof before !== 'string' || !id) return;
  const [person] = await directory.get(ref.person(id));
  if (person?.picture !== before) await files.removePicture(before);
};
