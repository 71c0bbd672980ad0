/** Where everything stands that there is to say of a job. */
import type { JobView } from '../../../shared/contract/jobs.ts';

/** Of an import on its own page. */
export function placeOf(org: string, { id, import: it }: JobView): string {
  return it ? `/o/${org}/imports/${it}` : `/o/${org}/jobs/${id}`;
}
