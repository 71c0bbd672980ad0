/** Keeps one thread of one Lambda: starts it, asks it, ends it when it takes too long or dies. */
import { Worker } from 'node:worker_threads';
import { messageOf } from '../failure.ts';
import {
  type Ask,
  errorLine,
  type LambdaError,
  type Outcome,
  type ThreadStart,
  type Told,
} from './lambda-messages.ts';

export type Thread = {
  /** Resolves, never rejects: a Lambda that fails is an outcome. */
  ask(question: Ask): Promise<Outcome>;
  /** False once the thread has ended, by itself or because it took too long. */
  alive(): boolean;
  stop(): Promise<void>;
};

type Options = {
  readonly start: ThreadStart;
  readonly environment: Record<string, string>;
  readonly print: (chunk: string) => void;
};

const failed = (errorType: string, errorMessage: string): Outcome => ({
  ok: false,
  error: { errorType, errorMessage },
});

export function startThread(options: Options): Thread {
  const worker = startWorker(options);
  let ended: Outcome | undefined;
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const ready = Promise.withResolvers<void>();

  const end = (outcome: Outcome) => {
    ended ??= outcome;
    for (const settle of waiting.values()) settle(ended);
    waiting.clear();
    ready.resolve();
  };
  worker.on('message', (told: Told) => {
    if (told.kind === 'ready') return ready.resolve();
    waiting.get(told.requestId)?.(outcomeOf(told));
    waiting.delete(told.requestId);
  });
  worker.on('error', error => {
    const thrown = { errorType: 'Runtime.UnhandledError', errorMessage: messageOf(error) };
    options.print(`${errorLine(undefined, thrown)}\n`);
    end({ ok: false, error: thrown });
  });
  worker.on('exit', code => end(failed('Runtime.ExitError', `The runtime exited with code ${code}`)));

  return {
    alive: () => ended === undefined,
    async stop() {
      end(failed('Runtime.ExitError', 'The local cloud was stopped'));
      await worker.terminate();
    },
    async ask(question) {
      await ready.promise;
      if (ended !== undefined) return ended;
      const answer = new Promise<Outcome>(settle => waiting.set(question.requestId, settle));
      worker.postMessage(question);
      const timer = setTimeout(() => {
        const error = timeout(question);
        options.print(`${errorLine(question.requestId, error)}\n`);
        end({ ok: false, error });
        void worker.terminate();
      }, question.timeoutMilliseconds);
      return answer.finally(() => clearTimeout(timer));
    },
  };
}

function startWorker({ start, environment, print }: Options): Worker {
  const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
    workerData: start,
    env: environment,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => print(chunk));
  }
  return worker;
}

const timeout = ({ requestId, timeoutMilliseconds }: Ask): LambdaError => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${requestId} Error: Task timed out after ${(timeoutMilliseconds / 1000).toFixed(2)} seconds`,
});

function outcomeOf(told: Exclude<Told, { kind: 'ready' }>): Outcome {
  return told.kind === 'answered'
    ? { ok: true, payload: JSON.parse(told.payload) }
    : { ok: false, error: told.error };
}
