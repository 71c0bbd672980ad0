/** Creates what the stacks of an assembly say, in the order CloudFormation would. */
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { failure, isFailure, messageOf } from '../failure.ts';
import type { Place } from '../servers/place.ts';
import type { Assembly, Resource, Stack } from './assembly.ts';
import { resolve } from './intrinsics.ts';
import { creationOrder, needsOf } from './order.ts';
import { type Exports, scopeOf } from './scope.ts';

/** Where in the template a resource stands. */
export type Position = {
  readonly stack: string;
  readonly place: Place;
  readonly logicalId: string;
  /** The construct's path, as `Api/Core/Resource`. */
  readonly path: string;
};

/** What `Ref` and `Fn::GetAtt` give of a resource that stands. */
export type Created = { readonly ref: string; readonly attributes?: Record<string, unknown> };
export type Creator = (properties: unknown, position: Position) => Promise<Created> | Created;
export type StandingResource = Position & Created & { readonly type: string };

/** zod/mini itself says no more than that something is wrong. */
const inWords = en().localeError;

/** Joins a schema of properties and what is made of them; a property the schema does not list is an error. */
export function creator<S extends z.ZodMiniType>(
  schema: S,
  create: (properties: z.output<S>, position: Position) => Promise<Created> | Created,
): Creator {
  return (properties, position) => {
    const parsed = schema.safeParse(properties, { error: inWords });
    if (!parsed.success) throw failure(z.prettifyError(parsed.error));
    return create(parsed.data, position);
  };
}

export type Deployment = {
  readonly resources: readonly StandingResource[];
  /** Each stack's outputs, as `Api.Url`. */
  readonly outputs: Readonly<Record<string, string>>;
};

/** `runsLast` names types that wait until everything stands which does not itself wait for them. */
export async function deploy(
  assembly: Assembly,
  creatorOf: (type: string) => Creator,
  runsLast: (type: string) => boolean,
): Promise<Deployment> {
  const exported: Exports = new Map();
  const resources: StandingResource[] = [];
  const outputs: Record<string, string> = {};
  for (const stack of assembly.stacks) {
    const standing = await createStack(stack, exported, creatorOf, runsLast);
    resources.push(...standing.values());
    const scope = scopeOf(stack, standing, exported);
    for (const [name, output] of Object.entries(stack.template.Outputs)) {
      const value = String(resolve(output.Value, scope));
      outputs[`${stack.name}.${name}`] = value;
      if (output.Export !== undefined) exported.set(String(resolve(output.Export.Name, scope)), value);
    }
  }
  return { resources, outputs };
}

async function createStack(
  stack: Stack,
  exported: Exports,
  creatorOf: (type: string) => Creator,
  runsLast: (type: string) => boolean,
): Promise<Map<string, StandingResource>> {
  const { template } = stack;
  const standing = new Map<string, StandingResource>();
  const scope = scopeOf(stack, standing, exported);
  const underWay = new Map<string, Promise<void>>();

  const createOne = async (logicalId: string, resource: Resource): Promise<void> => {
    await Promise.all(needsOf(logicalId, template).map(id => underWay.get(id)));
    if (resource.Condition !== undefined && !scope.condition(resource.Condition)) return;
    const position = positionOf(stack, logicalId, resource);
    try {
      const properties = resolve(resource.Properties ?? {}, scope);
      const created = await creatorOf(resource.Type)(properties, position);
      standing.set(logicalId, { ...position, ...created, type: resource.Type });
    } catch (error) {
      const detail = `${stack.name}: ${logicalId} (${resource.Type}) cannot be made: ${messageOf(error)}`;
      throw isFailure(error) ? failure(detail, error) : new Error(detail, { cause: error });
    }
  };

  const waits = waitingFor(stack, runsLast);
  const order = creationOrder(template);
  for (const round of [order.filter(id => !waits.has(id)), order.filter(id => waits.has(id))]) {
    for (const id of round) {
      const resource = template.Resources[id];
      if (resource !== undefined) underWay.set(id, createOne(id, resource));
    }
    await Promise.all(round.map(id => underWay.get(id)));
  }
  return standing;
}

/** The resources that run last, and those that need them. */
function waitingFor({ template }: Stack, runsLast: (type: string) => boolean): Set<string> {
  const waits = new Set<string>();
  for (const id of creationOrder(template)) {
    const needsOne = needsOf(id, template).some(needed => waits.has(needed));
    if (needsOne || runsLast(template.Resources[id]?.Type ?? '')) waits.add(id);
  }
  return waits;
}

function positionOf(stack: Stack, logicalId: string, resource: Resource): Position {
  const path = resource.Metadata?.['aws:cdk:path'];
  return {
    stack: stack.name,
    place: stack.place,
    logicalId,
    path: typeof path === 'string' ? path : `${stack.name}/${logicalId}`,
  };
}
