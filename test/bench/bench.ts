/** All that is measured, as one document. */
import { cpus } from 'node:os';
import { apiLambdaFor } from '../../shared/contract/api-lambdas.ts';
import { routeKeys } from '../../shared/contract/routes.ts';
import { startCloud } from '../harness/start-cloud.ts';
import { measureBulk } from './bulk.ts';
import { measureBundles } from './bundles.ts';
import { measureOnCloud } from './cloud-routes.ts';
import { openCloudStage } from './cloud-stage.ts';
import { measureImports } from './imports.ts';
import { measureList } from './list.ts';
import { measureMail } from './mail.ts';
import { measureOrganizations } from './organizations.ts';
import { measureOwnTimes } from './own-time.ts';
import { measureSizes } from './sizes.ts';

export type Amounts = {
  /** Users of the organizations that are asked. */
  sizes: readonly number[];
  /** Of the files that are imported, and users of a job that does one thing to many. */
  rows: number;
  /** Rows of the files that are only checked. */
  largest: number;
};

export const manyOrganizations = [1000, 10_000];

export type Bench = Awaited<ReturnType<typeof bench>>;

/**
 * Bytes, counts and ratios within one run can be gated on; milliseconds and requests a second are this machine's, and
 * for information.
 */
export async function bench(progress: (step: string) => void, amounts: Amounts) {
  const sizes = await measureSizes(amounts.sizes, progress);
  const organizations = await measureOrganizations(manyOrganizations, progress);
  const imports = await measureImports(amounts, progress);
  const bulk = await measureBulk(amounts.rows, progress);
  const cloud = await startCloud();
  try {
    const { address } = cloud;
    progress('Importing the bundles');
    const bundles = await measureBundles(address.environment);
    progress('Timing our own code');
    const ownTimes = await measureOwnTimes();
    const stage = await openCloudStage(address);
    const onCloud = await measureOnCloud(stage, address, key => progress(`Watching ${key}`));
    progress('Reading a long list');
    const list = await measureList(stage.front, address);
    progress('Waiting for mails');
    const mail = await measureMail(stage.front, address);
    const routes = routeKeys.map(route => {
      const lambda = apiLambdaFor(route);
      return { route, lambda, ownTime: found(ownTimes, route), ...found(onCloud, route) };
    });
    return { machine: machine(), bundles, routes, list, sizes, organizations, imports, bulk, mail };
  } finally {
    await cloud.stop();
  }
}

function machine() {
  return { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
}

function found<K extends string, V>(measured: ReadonlyMap<K, V>, route: K): V {
  const value = measured.get(route);
  if (value === undefined) throw new Error(`${route} was not measured`);
  return value;
}
