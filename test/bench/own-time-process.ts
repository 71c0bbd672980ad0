/** Measures our own time in each route: the kernel and the use cases, with a world that answers at once. */
import { httpHandler } from '../../functions/runtime/http.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { everyRoute, fakeFront, gatewayEvent } from '../harness/fake-front.ts';
import { around } from '../world/around.ts';
import { type FakeWorld, fakeWorld } from '../world/fake-world.ts';
import type { OwnTime, OwnTimes } from './own-time.ts';
import { replay } from './replay.ts';
import { arrangeHome, requestTo, type Stage } from './requests.ts';
import { median } from './statistics.ts';

/** Routes take turns in blocks, so that what else the machine does meets all of them alike. */
const rounds = 40;
const block = 15;
/** Until the code is compiled. */
const warmUpRounds = 10;

/** The request itself; and what nobody can do without: to parse it, and to write its answer. */
type Run = { key: RouteKey; request(): Promise<void>; bare(): Promise<void> };

const routes = everyRoute();

async function openStage(): Promise<{ world: FakeWorld; stage: Stage }> {
  const world = fakeWorld();
  const front = fakeFront(world);
  return { world, stage: { front, home: await arrangeHome(front) } };
}

async function prepare(key: RouteKey, world: FakeWorld, stage: Stage): Promise<Run> {
  const event = gatewayEvent(await requestTo(key, stage), 'request', world);
  if (!event) throw new Error(`${key} does not get past the gateway`);
  const answers = replay();
  const handler = httpHandler(routes, around(world, answers.around));
  const handle = () => handler(event, {} as never); // none of our handlers looks at Lambda's context
  const { body, statusCode } = await handle();
  if (statusCode !== routeOf(key).status) throw new Error(`${key} answered ${statusCode}: ${body}`);
  const [sent, answer] = [JSON.stringify(event), body && JSON.parse(body)];
  return {
    key,
    request: async () => {
      answers.rewind();
      const again = await handle();
      if (again.statusCode !== statusCode) throw new Error(`${key} does not repeat: ${again.body}`);
    },
    bare: async () => {
      JSON.parse(sent);
      JSON.stringify(answer);
    },
  };
}

/** By route. */
async function measure(runs: readonly Run[]): Promise<OwnTimes> {
  const measured = runs.map(run => ({ ...run, ours: [] as number[], bares: [] as number[] }));
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const { request, bare, ours, bares } of measured) {
      const times = [await timed(request), await timed(bare)] as const;
      if (round < 0) continue;
      ours.push(...times[0]);
      bares.push(...times[1]);
    }
  }
  const medians = measured.map(({ key, ours, bares }): [RouteKey, OwnTime] => [
    key,
    { ours: median(ours), bare: median(bares) },
  ]);
  return Object.fromEntries(medians) as OwnTimes; // every route was measured
}

/** In microseconds. */
async function timed(run: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < block; i++) {
    const started = performance.now();
    await run();
    times.push((performance.now() - started) * 1000);
  }
  return times;
}

const { world, stage } = await openStage();
const runs: Run[] = [];
for (const key of routeKeys) runs.push(await prepare(key, world, stage));
process.send?.(await measure(runs));
