/** The plan of an import as a job goes through it: each part is fetched once, and the next one while this one is done. */
import { partKey } from '../../shared/domain/import/files.ts';
import { isAlive } from '../../shared/domain/import/import.ts';
import { firstPlace, isToBeDone, type PlacedRow } from '../../shared/domain/import/import-job.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';

type Planned = Import & Required<Pick<Import, 'plan'>>;
type Part = Promise<PlannedRow[] | undefined>;

/** What is kept for as long as one invocation works on a job. */
export type PlanAhead = {
  /** Rows that are to be done, from where the job is; none where the plan is not kept any more. */
  rowsFrom(job: Job): AsyncGenerator<PlacedRow>;
};

export function planAhead({
  directory,
  imports,
  clock,
}: PortsFor<'directory:read' | 'files:plan'>): PlanAhead {
  let whole: Promise<Planned | undefined> | undefined;
  const parts = new Map<number, Part>();

  const load = async ({ organization, import: id }: Job): Promise<Planned | undefined> => {
    const [it] = id ? await directory.get(ref.import(organization, id)) : [];
    return it?.plan && isAlive(it, clock.now()) ? { ...it, plan: it.plan } : undefined;
  };
  const partOf = (it: Planned, number: number): Part => {
    const part = parts.get(number) ?? imports.readPart(partKey(it, it.plan, number));
    // Whoever waits for it hears of it; nobody need.
    part.catch(() => undefined);
    parts.set(number, part);
    return part;
  };

  async function* rowsFrom(job: Job): AsyncGenerator<PlacedRow> {
    const at = job.at ?? firstPlace;
    whole ??= load(job);
    const it = await whole;
    if (!it) return;
    const numbers = partsFrom(it, at.part);
    for (const number of parts.keys()) if (number < at.part) parts.delete(number);
    for (const [i, number] of numbers.entries()) {
      const [rows, following] = [partOf(it, number), numbers[i + 1]];
      if (following !== undefined) void partOf(it, following);
      const first = number === at.part ? at.row : 0;
      for (const [row, planned] of ((await rows) ?? []).entries())
        if (row >= first && isToBeDone(planned)) yield { row: planned, next: { part: number, row: row + 1 } };
    }
  }
  return { rowsFrom };
}

/** The numbers of the parts in which there is something to do. */
function partsFrom({ plan }: Planned, first: number): number[] {
  return plan.parts.flatMap(({ create, update }, number) =>
    number >= first && create + update > 0 ? [number] : [],
  );
}
