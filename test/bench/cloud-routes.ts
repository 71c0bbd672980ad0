/** What each route asks of AWS, watched at the local cloud's gate. */
import { type RouteKey, routeKeys } from '../../shared/contract/routes.ts';
import { schedules } from '../../shared/contract/schedules.ts';
import { apiLambdas, type CloudCall } from '../harness/cloud-calls.ts';
import type { CloudAddress } from '../harness/here.ts';
import { operationsOf, sequentialTrips } from './calls.ts';
import { takeCalls, watching } from './cloud-stage.ts';
import { readUnits } from './read-units.ts';
import { requestTo, requireSuccess, type Stage } from './requests.ts';
import { type Meanwhile, openTables, type Tables } from './tables.ts';
import { writeUnits } from './write-units.ts';

export type Units = { readUnits: number; writeUnits: number };

export type RouteOnCloud = Units & {
  dynamodb: string[];
  cognito: string[];
  /** Calls that had to wait for one another. */
  sequentialTrips: number;
  /** What other Lambdas do once it is answered, while nobody waits. */
  afterwards: Units & { calls: Record<string, string[]> };
};

export async function measureOnCloud(
  stage: Stage,
  cloud: CloudAddress,
  progress: (step: string) => void,
): Promise<ReadonlyMap<RouteKey, RouteOnCloud>> {
  const tables = await openTables(cloud);
  const measured = new Map<RouteKey, RouteOnCloud>();
  for (const key of routeKeys) {
    progress(key);
    measured.set(key, await watched(key, stage, cloud, tables));
  }
  return measured;
}

/** One request, by somebody whose arrangements have warmed the Lambdas. */
async function watched(
  key: RouteKey,
  stage: Stage,
  cloud: CloudAddress,
  tables: Tables,
): Promise<RouteOnCloud> {
  const { front } = stage;
  const request = await requestTo(key, stage);
  await front.settle();
  const before = await tables.snapshot();
  await takeCalls(cloud);
  const after = await watching(cloud, async () => {
    requireSuccess(key, await front.send(request));
    const snapshot = await tables.snapshot();
    await front.settle();
    return snapshot;
  });
  const settled = await tables.snapshot();
  const calls = await takeCalls(cloud);
  const own = calls.filter(({ lambda }) => apiLambdas.has(lambda));
  const others = calls.filter(({ lambda }) => !apiLambdas.has(lambda) && !(lambda in schedules));
  const asked = (service: string) => operationsOf(own.filter(call => call.service === service));
  return {
    dynamodb: asked('dynamodb'),
    cognito: asked('cognito-idp'),
    sequentialTrips: sequentialTrips(own),
    ...unitsOf(own, tables, { before, after }),
    afterwards: { calls: byLambda(others), ...unitsOf(others, tables, { before: after, after: settled }) },
  };
}

export function unitsOf(calls: readonly CloudCall[], { designs }: Tables, meanwhile: Meanwhile): Units {
  const dynamodb = calls.filter(({ service }) => service === 'dynamodb');
  return {
    readUnits: readUnits(dynamodb, designs, meanwhile),
    writeUnits: writeUnits(dynamodb, designs, meanwhile),
  };
}

function byLambda(calls: readonly CloudCall[]): Record<string, string[]> {
  const grouped = Map.groupBy(calls, ({ lambda }) => lambda);
  return Object.fromEntries([...grouped].map(([lambda, its]) => [lambda, operationsOf(its)]));
}
