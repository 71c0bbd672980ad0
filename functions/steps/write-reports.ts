/** The files that come back of a plan: all of its rows, and those that cannot get in. */
import { fileKey, type ImportFile, partKey } from '../../shared/domain/import/files.ts';
import { reportOf } from '../../shared/domain/import/report.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import type { Row } from '../../shared/ports/exports.ts';
import type { ImportChecker } from '../../shared/ports/imports.ts';

type Planned = {
  it: Import;
  plan: NonNullable<Import['plan']>;
  headings: readonly string[];
};

type Files = Pick<ImportChecker, 'readPart' | 'writeFile'>;

export async function writeReports(planned: Planned, imports: Files): Promise<void> {
  const { parts } = planned.plan;
  await write(planned, 'report', { part: () => true, row: () => true }, imports);
  if (!parts.some(({ error }) => error > 0)) return;
  const isError = {
    part: (number: number) => (parts[number]?.error ?? 0) > 0,
    row: ({ outcome }: PlannedRow) => outcome === 'error',
  };
  await write(planned, 'failed', isError, imports);
}

/** Which parts are read at all, and which of their rows are written. */
type Wanted = { part(number: number): boolean; row(row: PlannedRow): boolean };

function write(
  { it, plan, headings }: Planned,
  file: ImportFile,
  wanted: Wanted,
  imports: Files,
): Promise<void> {
  const report = reportOf(headings);
  async function* pages(): AsyncGenerator<readonly Row[]> {
    yield [report.headings];
    for (const number of plan.parts.keys()) {
      if (!wanted.part(number)) continue;
      const rows = await imports.readPart(partKey(it, plan, number));
      if (!rows) throw new Error(`Part ${number} of the plan of ${it.id} is gone`);
      yield rows.filter(wanted.row).map(row => report.row(row));
    }
  }
  return imports.writeFile(fileKey(it, plan, file), it.format ?? 'csv', pages());
}
