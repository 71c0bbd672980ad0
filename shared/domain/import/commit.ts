/** Doing an import: as it was planned, once, by a job. */
import type { ImportView } from '../../contract/imports.ts';
import { type Decision, refuse } from '../decision.ts';
import type { Import } from '../model-imports.ts';
import { importJob, type Start } from '../queue-job.ts';
import { next } from '../user.ts';
import { countsOf, told, viewImport } from './import.ts';

export function decideCommit(it: Import, start: Start): Decision<ImportView, 'wrong-status'> {
  const { organization, id } = it;
  if (it.state === 'committed')
    return refuse('wrong-status', { detail: 'This import was committed already: see its job.' });
  if (it.state !== 'checked' || !it.plan)
    return refuse('wrong-status', { detail: 'The file has to be checked first.' });
  const { create, update } = countsOf(it.plan.parts);
  if (create + update === 0)
    return refuse('wrong-status', { detail: 'There is nothing to do: no row creates or changes anybody.' });
  const { job, changes, events } = importJob(start, { organization, import: id }, create + update);
  const after = next(it, { state: 'committed', job: job.id } as const);
  const counts = [
    { field: 'job', after: job.id },
    { field: 'create', after: create },
    { field: 'update', after: update },
  ];
  return {
    ok: true,
    changes: [...changes, { do: 'update', before: it, after }],
    events: [told('import.committed', after, counts), ...events],
    answer: viewImport(after),
  };
}
