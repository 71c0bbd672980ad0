import { DomainEvent } from '../../shared/contract/events.ts';
import { ExportId } from '../../shared/contract/ids.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { workOnExport } from '../steps/work-on-export.ts';

/** Its audit entries carry the request that asked for it. */
export const writeExport: SubscriberUseCase<'write-export'> = async ({ detail }, ports) => {
  const { organization, target, requestId } = DomainEvent.parse(detail);
  await workOnExport({ organization, id: ExportId.parse(target.id) }, { requestId }, ports);
};
