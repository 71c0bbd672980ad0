import { DomainEvent } from '../../shared/contract/events.ts';
import { ImportId } from '../../shared/contract/ids.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { workOnCheck } from '../steps/work-on-check.ts';

/** Its audit entries carry the request that asked for it. */
export const checkImport: SubscriberUseCase<'check-import'> = async ({ detail }, ports) => {
  const { organization, target, requestId } = DomainEvent.parse(detail);
  await workOnCheck({ organization, id: ImportId.parse(target.id) }, { requestId }, ports);
};
