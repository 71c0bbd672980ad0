/** How large each Lambda's bundle is, and how long it takes to import beside an empty handler. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { median, rounded } from './statistics.ts';

/** The ratio is one of processor time, of which other processes take none; the milliseconds are for information. */
type ImportCost = { timesEmptyHandler: number; milliseconds: number };

export type MeasuredBundle = {
  name: string;
  bytes: number;
  /** Absent for what runs in CloudFront itself. */
  import?: ImportCost;
};

/** Bundles take turns, so that what else the machine does meets all of them alike. */
const rounds = 11;
const empty = 'empty-handler';
const inCloudFront = ['show-page'];

/** What AWS starts by itself; a thread is started by its Lambda, and its file lies beside that. */
const isHandler = (name: string) => !inCloudFront.includes(name) && !name.includes('/');

/** Each import is the first one of a process; `environment` is what the Lambdas are told. */
export async function measureBundles(environment: Environment): Promise<MeasuredBundle[]> {
  // Outside the repository, as in Lambda, where no package.json of ours says what a file is.
  const outdir = mkdtempSync(join(tmpdir(), 'tenantry-bench-'));
  try {
    const bundles = await bundleFunctions(outdir);
    mkdirSync(join(outdir, empty));
    writeFileSync(join(outdir, empty, 'index.js'), 'exports.handler = async () => ({});\n');
    const imported = bundles.map(({ name }) => name).filter(isHandler);
    const costs = await importCosts(imported, outdir, environment);
    return bundles.map(({ name, size }) => ({ name, bytes: size, import: costs.get(name) }));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

type Environment = Readonly<Record<string, string>>;

/** Beside every bundle the empty handler: it takes so little that it must be measured often. */
async function importCosts(
  names: readonly string[],
  outdir: string,
  environment: Environment,
): Promise<ReadonlyMap<string, ImportCost>> {
  const time = (name: string) => importTime(join(outdir, name, 'index.js'), environment);
  const ofEmpty: ImportTime[] = [];
  const times = new Map(names.map(name => [name, [] as ImportTime[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, its] of times) {
      ofEmpty.push(await time(empty));
      its.push(await time(name));
    }
  }
  return new Map([...times].map(([name, its]) => [name, costOf(its, ofEmpty)]));
}

function costOf(times: readonly ImportTime[], ofEmpty: readonly ImportTime[]): ImportCost {
  const processor = (measured: readonly ImportTime[]) => median(measured.map(time => time.processor));
  return {
    timesEmptyHandler: rounded(processor(times) / processor(ofEmpty)),
    milliseconds: rounded(median(times.map(({ wall }) => wall))),
  };
}

/** In milliseconds. */
type ImportTime = { wall: number; processor: number };

const probe = `
  const before = process.cpuUsage();
  const started = performance.now();
  require(process.argv[1]);
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ wall, processor: (user + system) / 1000 }));
`;

async function importTime(file: string, env: Environment): Promise<ImportTime> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', probe, file], { env });
  return JSON.parse(stdout);
}
