/** AWS Lambda on one machine: the functions of the template, each in threads of its own. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import { type CodeStore, createCodeStore } from './lambda-code.ts';
import type { Ask, Outcome } from './lambda-messages.ts';
import { createPool, type Pool } from './lambda-pool.ts';
import { startThread } from './lambda-thread.ts';
import { lambdaVariables } from './lambda-variables.ts';
import type { Logs } from './logs.ts';

export type FunctionDefinition = {
  readonly name: string;
  /** What people call it: its description, where it has one. */
  readonly label: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly runtime: string;
  /** As `index.handler`. */
  readonly handler: string;
  /** The asset's directory in the cloud assembly. */
  readonly asset: string;
  /** The template's variables. */
  readonly variables: Record<string, string>;
  readonly timeoutSeconds: number;
  readonly memorySize: number;
  readonly reservedConcurrency?: number;
};

export type Lambda = {
  define(definition: FunctionDefinition): void;
  /** By name or ARN, with or without a version. Waits for the result; a failing function is an outcome. */
  invoke(function_: string, payload: unknown): Promise<Outcome>;
  find(nameOrArn: string): FunctionDefinition;
  list(): readonly FunctionDefinition[];
  /** Whether any function is at work right now, or was within these milliseconds. */
  busyWithin(milliseconds: number): boolean;
  stop(): Promise<void>;
};

type Options = {
  readonly clock: Clock;
  readonly logs: Logs;
  /** The template's variables and what the account adds: keys, region, addresses of services. Asked at each start. */
  readonly environmentOf: (definition: FunctionDefinition) => Record<string, string>;
};

/** Two threads show every race that concurrency can bring, and a small machine still breathes. */
const MAXIMUM_THREADS = 2;

export function createLambda(options: Options): Lambda {
  const definitions = new Map<string, FunctionDefinition>();
  const pools = new Map<string, Pool>();
  const code = createCodeStore();
  let running = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;

  const find = (nameOrArn: string) => {
    const definition = definitions.get(nameIn(nameOrArn));
    if (definition === undefined) throw failure(`The template has no Lambda function named ${nameOrArn}`);
    return definition;
  };

  const poolOf = (definition: FunctionDefinition) => {
    const pool = pools.get(definition.name) ?? openPool(definition, code, options);
    pools.set(definition.name, pool);
    return pool;
  };

  return {
    find,
    define: definition => definitions.set(definition.name, definition),
    list: () => [...definitions.values()],
    busyWithin: milliseconds => running > 0 || performance.now() - lastEnd < milliseconds,
    async invoke(nameOrArn, payload) {
      const definition = find(nameOrArn);
      running += 1;
      try {
        return await poolOf(definition).run(askFor(definition, payload));
      } finally {
        running -= 1;
        lastEnd = performance.now();
      }
    },
    async stop() {
      await Promise.all(Array.from(pools.values(), pool => pool.stop()));
      code.remove();
    },
  };
}

/** `arn:aws:lambda:region:account:function:name:version` or `name`. */
const nameIn = (nameOrArn: string): string =>
  nameOrArn.startsWith('arn:') ? (nameOrArn.split(':')[6] ?? nameOrArn) : nameOrArn;

function openPool(
  definition: FunctionDefinition,
  code: CodeStore,
  { clock, logs, environmentOf }: Options,
): Pool {
  const { name, label, runtime, handler, asset, reservedConcurrency = MAXIMUM_THREADS } = definition;
  if (!runtime.startsWith('nodejs')) {
    throw failure(`${name} runs on ${runtime}; this machine runs nodejs Lambdas only`);
  }
  const start = { directory: code.unpack(asset), handler, clockOffset: clock.offset };
  const print = (chunk: string) => logs.write(label, chunk);
  const startOne = () => {
    const environment = { ...lambdaVariables(definition), ...environmentOf(definition) };
    return startThread({ start, environment, print });
  };
  return createPool(startOne, Math.max(1, Math.min(reservedConcurrency, MAXIMUM_THREADS)));
}

const askFor = ({ name, arn, memorySize, timeoutSeconds }: FunctionDefinition, payload: unknown): Ask => ({
  requestId: randomUUID(),
  event: JSON.stringify(payload ?? {}),
  timeoutMilliseconds: timeoutSeconds * 1000,
  function: { name, arn, memorySize },
});
