import { DomainEvent } from '../../shared/contract/events.ts';
import { JobId } from '../../shared/contract/ids.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { writeLeft } from '../steps/write-left-rows.ts';

/** Jobs of other kinds have no such rows. */
export const writeLeftRows: SubscriberUseCase<'write-left-rows'> = async ({ detail }, ports) => {
  const { organization, target, requestId } = DomainEvent.parse(detail);
  await writeLeft({ organization, id: JobId.parse(target.id) }, { requestId }, ports);
};
