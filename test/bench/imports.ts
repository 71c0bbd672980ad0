/**
 * What an import takes: a file of people whom nobody knows yet is checked and committed by the Lambdas as they are
 * deployed, each in a process of its own, and their writes are done again bare.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, systemIds } from '../../shared/adapters/system.ts';
import type { DomainEvent } from '../../shared/contract/events.ts';
import { JobId } from '../../shared/contract/ids.ts';
import type { ImportFormat } from '../../shared/contract/imports.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import { decideCommit } from '../../shared/domain/import/commit.ts';
import { uploadKey } from '../../shared/domain/import/files.ts';
import { countsOf, decideCheck, decideStartImport } from '../../shared/domain/import/import.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import { ref } from '../../shared/domain/refs.ts';
import { type BareRun, copyToBare, startBare } from './bare.ts';
import { columnsIn, type FileOf, fileOf } from './import-files.ts';
import { type Bundles, type LambdaRun, makeBundles, together } from './lambda.ts';
import { type Machine, startMachine } from './machine.ts';
import { withServer } from './processor.ts';
import { total } from './statistics.ts';

/** Of a file: its rows, its bytes and what checking it took; of one that was done, too, that and the bare writes. */
export type CheckedFile = { format: ImportFormat; rows: number; bytes: number; check: LambdaRun };
export type DoneFile = CheckedFile & { commit: LambdaRun; bare: BareRun };
export type MeasuredImports = { done: DoneFile[]; checked: CheckedFile[] };

type Sizes = {
  rows: number /** Of the largest files, which are checked alone; none where it is 0. */;
  largest: number;
};
type Stage = Bundles & { machine: Machine; progress: (step: string) => void };

/** What fills a file of 100,000 rows up to the 50 MB that one may have. */
const remarks = 440;
const formats: readonly ImportFormat[] = ['csv', 'xlsx'];

export async function measureImports(
  { rows, largest }: Sizes,
  progress: (step: string) => void,
): Promise<MeasuredImports> {
  const [bundles, machine] = await Promise.all([makeBundles(), startMachine()]);
  const stage = { ...bundles, machine, progress };
  let first = 0;
  const next = (format: ImportFormat, count: number, more = {}): FileOf => {
    first += count;
    return { format, rows: count, first: first - count, ...more };
  };
  try {
    progress('Warming up');
    await doneFile(next('csv', Math.min(rows, warmUp)), stage);
    const [done, checked]: [DoneFile[], CheckedFile[]] = [[], []];
    for (const format of formats) done.push(await doneFile(next(format, rows), stage));
    for (const format of largest > 0 ? formats : [])
      checked.push((await checkedFile(next(format, largest, { remarks }), stage)).measured);
    return { done, checked };
  } finally {
    bundles.remove();
    await machine.stop();
  }
}

/** Until DynamoDB Local's own code is compiled. */
const warmUp = 1000;

type Checked = { measured: CheckedFile; it: Import; actor: OrganizationActor };

async function checkedFile(of: FileOf, { machine, start, progress }: Stage): Promise<Checked> {
  const { directory, environment } = machine;
  progress(`Checking ${of.rows} rows of ${of.format.toUpperCase()}`);
  const actor = await machine.found();
  const { it, bytes } = await uploaded(of, actor, machine);
  const wish = { sendInvitations: false, columns: columnsIn(of) };
  const [queued] = await machine.enact(actor, decideCheck(actor, it, wish));
  const lambda = start('check-import', environment);
  const check = await withServer(() => lambda.run(existing(queued)));
  await lambda.stop();
  const [found] = await directory.get(ref.import(it.organization, it.id));
  const { create = 0 } = found?.plan ? countsOf(found.plan.parts) : {};
  if (!found || create !== of.rows) throw new Error(`The check says ${JSON.stringify(found?.plan ?? found)}`);
  return { it: found, actor, measured: { format: of.format, rows: of.rows, bytes, check } };
}

async function uploaded(of: FileOf, actor: OrganizationActor, machine: Machine) {
  const fresh = { id: systemIds.make('imp'), fileName: 'users', now: systemClock.now() };
  const decision = decideStartImport(actor, fresh);
  await machine.enact(actor, decision);
  if (!decision.ok) throw new Error('An import was refused');
  const bytes = await machine.putFile(uploadKey(decision.answer), fileOf(of));
  return { it: decision.answer, bytes };
}

async function doneFile(of: FileOf, stage: Stage): Promise<DoneFile> {
  const { it, actor, measured } = await checkedFile(of, stage);
  stage.progress(`Committing ${of.rows} rows of ${of.format.toUpperCase()}`);
  const { machine } = stage;
  const wish = { id: systemIds.make('job'), actor, now: systemClock.now() };
  const told = await machine.enact(actor, decideCommit(it, wish));
  const queued = existing(told.find(({ action }) => action === 'job.queued'));
  return { ...measured, ...(await worked(queued, stage)) };
}

/** In turns, and after each of them its writes bare: so that what else the machine does meets both alike. */
async function worked(queued: DomainEvent, { machine, start }: Stage) {
  const { directory, environment, endpoint, table } = machine;
  const job = ref.job(queued.organization, JobId.parse(queued.target.id));
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-bench-'));
  const recording = join(folder, 'transactions');
  writeFileSync(recording, '');
  await copyToBare(table, queued.organization);
  const [lambda, bare] = [start('run-job', environment, recording), startBare(endpoint, recording)];
  const [runs, bares]: [LambdaRun[], BareRun[]] = [[], []];
  try {
    for (;;) {
      runs.push(await withServer(() => lambda.run(queued)));
      bares.push(await withServer(() => bare.run()));
      const [now] = await directory.get(job);
      if (!now?.finishedAt) continue;
      if (now.progress.done !== now.progress.total) throw new Error(JSON.stringify(now.progress));
      return { commit: together(runs), bare: sum(bares) };
    }
  } finally {
    await Promise.all([lambda.stop(), bare.stop()]);
    rmSync(folder, { recursive: true });
  }
}

function sum(runs: readonly BareRun[]): BareRun {
  const all = (name: keyof BareRun) => total(runs.map(run => run[name]));
  return {
    milliseconds: all('milliseconds'),
    processor: all('processor'),
    transactions: all('transactions'),
  };
}

function existing(event: DomainEvent | undefined): DomainEvent {
  if (!event) throw new Error('Nothing was told');
  return event;
}
