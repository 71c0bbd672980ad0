/** The bundles that are deployed, each run in a process of its own, so that it is seen what it takes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import type { DomainEvent } from '../../shared/contract/events.ts';
import { total } from './statistics.ts';

/** What one invocation took, in milliseconds and bytes. */
export type LambdaRun = {
  hasFailed: boolean;
  milliseconds: number;
  /** How long it kept a processor busy. */
  processor: number;
  /** By what they are. Several may be under way at a time. */
  requests: Record<string, { count: number; milliseconds: number }>;
  /** Of the process, until then. */
  peakMemory: number;
};

export type Lambda = { run(event: DomainEvent): Promise<LambdaRun>; stop(): Promise<void> };

export type Bundles = {
  /** @param recording a file into which the transactions are written as they go out, one a line */
  start(name: string, environment: Environment, recording?: string): Lambda;
  remove(): void;
};

type Environment = Readonly<Record<string, string>>;

export async function makeBundles(): Promise<Bundles> {
  const outdir = mkdtempSync(join(tmpdir(), 'tenantry-bench-'));
  await bundleFunctions(outdir);
  return {
    start: (name, environment, recording) =>
      startLambda(join(outdir, name, 'index.js'), environment, recording),
    remove: () => rmSync(outdir, { recursive: true }),
  };
}

function startLambda(bundle: string, environment: Environment, recording?: string): Lambda {
  const process_ = forked('lambda-process.ts', [bundle, ...(recording ? [recording] : [])], environment);
  return {
    run: async event => {
      const run = (await process_.ask({ detail: event })) as LambdaRun; // as its process says it
      if (run.hasFailed) throw new Error(`${event.action} of ${event.target.id} could not be handled`);
      return run;
    },
    stop: process_.stop,
  };
}

/** As little as Lambda would give it with 256 MB in all: V8 takes what it can get before it looks for what it can give back. */
export const heap = { megabytes: 144, young: 16 };

/** A file of this folder as a process that answers one question after the other. */
export function forked(file: string, args: readonly string[], environment: Environment) {
  const child = fork(join(import.meta.dirname, file), [...args], {
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), ...environment },
    execArgv: [`--max-old-space-size=${heap.megabytes}`, `--max-semi-space-size=${heap.young}`],
    // Its log is not what is printed here.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = once(child, 'exit');
  return {
    ask: async (question: object): Promise<unknown> => {
      const answered = once(child, 'message').then(([answer]) => ({ answer }));
      child.send(question);
      const first = await Promise.race([answered, ended.then(() => undefined)]);
      if (!first) throw new Error(`${file} has ended`);
      return first.answer;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

/** Several invocations, as if they were one. */
export function together(runs: readonly LambdaRun[]): LambdaRun {
  const requests: LambdaRun['requests'] = {};
  for (const [operation, { count, milliseconds }] of runs.flatMap(run => Object.entries(run.requests))) {
    const before = requests[operation] ?? { count: 0, milliseconds: 0 };
    requests[operation] = {
      count: before.count + count,
      milliseconds: before.milliseconds + milliseconds,
    };
  }
  return {
    hasFailed: runs.some(({ hasFailed }) => hasFailed),
    milliseconds: total(runs.map(({ milliseconds }) => milliseconds)),
    processor: total(runs.map(({ processor }) => processor)),
    requests,
    peakMemory: Math.max(...runs.map(({ peakMemory }) => peakMemory)),
  };
}

/** Requests to DynamoDB. */
export function requestsToTables({ requests }: Pick<LambdaRun, 'requests'>): number {
  const ours = Object.entries(requests).filter(([operation]) => !operation.startsWith('S3 '));
  return total(ours.map(([, { count }]) => count));
}
