/** One AWS account on this machine: the servers, the gate in front of them, and what runs the template's parts. */
import type { JSONWebKeySet } from 'jose';
import { failure } from './failure.ts';
import { type Gate, type GateCall, startGate } from './iam/gate.ts';
import type { Services } from './resources/services.ts';
import { createHttpApis } from './runtime/gateway/http-apis.ts';
import { createRuntime, type Runtime, type RuntimeOptions } from './runtime/runtime.ts';
import { type Servers, startServers } from './servers/start-servers.ts';
import type { Assembly } from './template/assembly.ts';

export type AccountOptions = RuntimeOptions & {
  readonly assembly: Assembly;
  /** Told when a server dies that nobody stopped. */
  readonly onDeath: (detail: string) => void;
  /** Told every call of a Lambda to an AWS service. */
  readonly onCall?: (call: GateCall) => void;
  /** While it says so, those calls are told with the capacity that DynamoDB says they consumed. */
  readonly countCapacity?: () => boolean;
  /** Awaited before each call is answered, so that calls which are sent together overlap on the busiest machine. */
  readonly delay?: () => Promise<void>;
};

export type Account = Services & AccountOptions & { stop(): Promise<void> };

export async function openAccount(options: AccountOptions): Promise<Account> {
  const runtime = createRuntime(options);
  const servers = await startServers({
    ports: options.ports,
    place: options.place,
    clock: () => new Date(options.clock.now()),
    onDeath: options.onDeath,
    onSesEvent: event => runtime.buses.publish('default', event),
  });
  const gate = await openGate(options, servers, runtime).catch(async (error: unknown) => {
    await servers.stop();
    throw error;
  });
  const keysOf = (issuer: string) => keysOfPool(issuer, servers);
  return {
    ...options,
    ...runtime,
    servers,
    gate,
    httpApis: createHttpApis({ ...options, invoke: runtime.lambda.invoke, keysOf }),
    parameters: new Map(),
    localStreams: new Map(),
    async stop() {
      await runtime.stop();
      await gate.stop();
      await servers.stop();
      await options.logs.close();
    },
  };
}

/** What a stream tells of. */
const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)/;

function openGate(
  { ports, place, onCall, countCapacity, delay }: AccountOptions,
  servers: Servers,
  runtime: Runtime,
): Promise<Gate> {
  const { dynamodb, cognito, mail, queues } = servers;
  return startGate({
    port: ports.gate,
    place,
    upstreams: {
      dynamodb: dynamodb.endpoint,
      cognito: cognito.handler,
      ses: mail.handler,
      sqs: queues.sqs,
      s3: queues.s3,
    },
    putEvents: runtime.buses.putEvents,
    identityOf: mail.identityOf,
    onCall: call => {
      if (call.service === 'dynamodb' && writing.test(call.operation)) runtime.mappings.wake();
      onCall?.(call);
    },
    countCapacity,
    delay,
  });
}

/** Tokens here come from the local Cognito alone, which signs with one key for all its pools. */
function keysOfPool(issuer: string, { cognito }: Servers): JSONWebKeySet {
  if (!issuer.startsWith('https://cognito-idp.')) throw failure(`${issuer} is not an issuer of this account`);
  return { keys: [...cognito.jwks.keys] };
}
