/** AWS Lambda on one machine: the functions of the template, each in threads of its own. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import { createCodeStore } from './lambda-code.ts';
import type { Outcome } from './lambda-messages.ts';
import { createPool, type Pool } from './lambda-pool.ts';
import { startThread } from './lambda-thread.ts';
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

export function createLambda({ clock, logs, environmentOf }: Options): Lambda {
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
    const existing = pools.get(definition.name);
    if (existing !== undefined) return existing;
    requireNode(definition);
    const start = { directory: code.unpack(definition.asset), handler: definition.handler };
    const pool = createPool(
      () =>
        startThread({
          start: { ...start, clockOffset: clock.offset },
          environment: { ...lambdaVariables(definition), ...environmentOf(definition) },
          print: chunk => logs.write(definition.label, chunk),
        }),
      Math.max(1, Math.min(definition.reservedConcurrency ?? MAXIMUM_THREADS, MAXIMUM_THREADS)),
    );
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
      const { name, arn, memorySize } = definition;
      running += 1;
      try {
        return await poolOf(definition).run({
          requestId: randomUUID(),
          event: JSON.stringify(payload ?? {}),
          timeoutMilliseconds: definition.timeoutSeconds * 1000,
          function: { name, arn, memorySize },
        });
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
function nameIn(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? (nameOrArn.split(':')[6] ?? nameOrArn) : nameOrArn;
}

function requireNode(definition: FunctionDefinition): void {
  if (definition.runtime.startsWith('nodejs')) return;
  throw failure(`${definition.name} runs on ${definition.runtime}; this machine runs nodejs Lambdas only`);
}

/** The variables that Lambda itself sets. The developer's own AWS profile must not leak in. */
function lambdaVariables(definition: FunctionDefinition): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    _HANDLER: definition.handler,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}
