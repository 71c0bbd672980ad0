/**
 * The one door to every AWS service on this machine. Each Lambda signs its calls with an access key of its own; the
 * gate evaluates what a call needs against that Lambda's role and refuses here what AWS would refuse there.
 */
import { type Answer, type Call, forward, type Handler, type LocalServer, serve } from '../servers/http.ts';
import { defaultPlace, type Place } from '../servers/place.ts';
import { callerOf } from './caller.ts';
import { consumedIn, withCapacity } from './capacity.ts';
import type { Service } from './map-call.ts';
import type { Principal } from './policies.ts';
import { type PutEvents, putEvents } from './put-events.ts';
import { hideAbsence, type Law, rule } from './rule.ts';
import { createTableKeys } from './table-keys.ts';

export type GateOptions = {
  readonly port: number;
  readonly place?: Place;
  readonly upstreams: {
    /** DynamoDB Local's endpoint. */
    readonly dynamodb: string;
    readonly cognito: Handler;
    readonly ses: Handler;
    readonly sqs: Handler;
    readonly s3: Handler;
  };
  /** EventBridge's PutEvents: given the request, its result. */
  readonly putEvents: PutEvents;
  /** The verified identity that mail from an address is sent by: `mail.identityOf`. */
  readonly identityOf: (address: string) => string;
  readonly principals?: ReadonlyMap<string, Principal>;
  /** Told every call, allowed or not, once it was answered. */
  readonly onCall?: (call: GateCall) => void;
  /** While it says so, DynamoDB is asked for the capacity of every call, whether or not the caller did, for `onCall`. */
  readonly countCapacity?: () => boolean;
  /** Awaited before each call is answered, so that calls which are sent together overlap on the busiest machine. */
  readonly delay?: () => Promise<void>;
};

export type GateCall = {
  /** Undefined when the call was not signed. */
  readonly accessKeyId: string | undefined;
  readonly service: string;
  readonly operation: string;
  readonly actions: readonly string[];
  /** False when the gate refused; what the service itself refuses shows in `status`. */
  readonly allowed: boolean;
  readonly status: number;
  /** When it arrived, by `performance.now()`. */
  readonly started: number;
  /** From the call's arrival to its answer. */
  readonly milliseconds: number;
  /** What DynamoDB was asked, where capacity is counted. */
  readonly input?: unknown;
  /** DynamoDB's `ConsumedCapacity`, as it answered it: an object, or a list for several tables. */
  readonly consumedCapacity?: unknown;
};

export type Gate = LocalServer & {
  /** Lets calls that are signed with an access key act as a role. */
  addPrincipal(accessKeyId: string, principal: Principal): void;
};

export async function startGate(options: GateOptions): Promise<Gate> {
  const principals = new Map(options.principals);
  const world: World = {
    ...options,
    services: servicesOf(options),
    law: {
      principals,
      place: options.place ?? defaultPlace,
      tableKeys: createTableKeys(options.upstreams.dynamodb),
      identityOf: options.identityOf,
    },
  };
  const server = await serve(call => answer(world, call), options.port, 'the AWS gate');
  return {
    ...server,
    addPrincipal: (accessKeyId, principal) => {
      principals.set(accessKeyId, principal);
    },
  };
}

type World = GateOptions & { readonly services: Readonly<Record<Service, Handler>>; readonly law: Law };

function servicesOf({ upstreams, putEvents: put }: GateOptions): Record<Service, Handler> {
  return {
    dynamodb: call => forward(call, upstreams.dynamodb),
    'cognito-idp': upstreams.cognito,
    ses: upstreams.ses,
    sqs: upstreams.sqs,
    s3: upstreams.s3,
    events: call => putEvents(call, put),
  };
}

async function answer(world: World, call: Call): Promise<Answer> {
  const started = performance.now();
  const caller = callerOf(call);
  const { accessKeyId, service } = caller;
  const counts = world.countCapacity?.() ?? false;
  const ruling = await rule(world.law, call, caller);
  const answered =
    'refused' in ruling
      ? ruling.refused
      : await hideAbsence(world.law, {
          call,
          caller,
          answer: await send(world, ruling.service, call, counts),
        });
  await world.delay?.();
  world.onCall?.({
    accessKeyId,
    service: service ?? 'unknown',
    operation: ruling.operation,
    actions: ruling.actions,
    allowed: !('refused' in ruling),
    status: answered.status,
    started,
    milliseconds: performance.now() - started,
    ...(service === 'dynamodb' && counts && { input: JSON.parse(call.body.toString()) }),
    ...(service === 'dynamodb' && consumedIn(answered)),
  });
  return answered;
}

function send(world: World, service: Service, call: Call, counts: boolean): Promise<Answer> {
  return world.services[service](service === 'dynamodb' && counts ? withCapacity(call) : call);
}
