/** Behind `npm start`: brings the whole system up on this machine, tells where it is, and takes it down again. */
import { join } from 'node:path';
import { startLocalCloud } from './cloud.ts';
import { readCommandLine, type StartOptions, usage } from './command-line.ts';
import { failure, isFailure, messageOf } from './failure.ts';
import { greeting } from './greeting.ts';
import type { LocalCloud } from './local-cloud.ts';
import { localDirectory } from './paths.ts';
import { runSeed, runSizes } from './seed/run-seed.ts';
import type { Demo } from './seed/seed.ts';

const LOOK_EVERY = 100;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function start({ json, empty, sizes, ports }: StartOptions, end: AbortSignal): Promise<void> {
  const began = performance.now();
  const progress = (step: string) =>
    say(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${step}`);
  const died = Promise.withResolvers<never>();
  died.promise.catch(() => undefined);
  const cloud = await startLocalCloud({
    ports,
    logDirectory: join(localDirectory, 'logs', String(ports.console)),
    progress,
    warn: say,
    onDeath: detail => died.reject(failure(`DynamoDB Local died. Its last words:\n${detail}`)),
    signal: end,
  });
  try {
    progress(empty ? 'Making one operator' : 'Making demo data');
    const demo = await Promise.race([seeded(cloud, { empty, sizes }, progress), died.promise]);
    progress('Ready');
    const { console: address, api, mailbox } = cloud;
    const ready = { ready: true, console: address, api, mailbox, ...demo };
    process.stdout.write(json ? `${JSON.stringify(ready)}\n` : greeting(cloud, demo));
    await Promise.race([ended(end), died.promise]);
  } finally {
    await cloud.stop();
  }
}

type Wish = Pick<StartOptions, 'empty' | 'sizes'>;

async function seeded(
  cloud: LocalCloud,
  { empty, sizes }: Wish,
  progress: (step: string) => void,
): Promise<Demo> {
  const demo = await runSeed(cloud, { empty });
  if (sizes.users + sizes.organizations === 0) return demo;
  return { ...demo, accounts: [...demo.accounts, ...(await runSizes(cloud, sizes, progress))] };
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** The first of these signals asks to end in order; a second one does not wait. */
function untilAskedToEnd(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => (ending.signal.aborted ? process.exit(1) : ending.abort()));
  }
  if (process.env.npm_lifecycle_event !== undefined) followParent(() => ending.abort());
  return ending.signal;
}

/** A signal that npm gets ends the shell in between without a word to us, and leaves us to another parent. */
function followParent(onGone: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => process.ppid !== parent && onGone(), LOOK_EVERY);
  look.unref();
}

const end = untilAskedToEnd();
try {
  const options = readCommandLine(process.argv.slice(2), process.env);
  if (options === undefined) process.stdout.write(usage);
  else await start(options, end);
  process.exit(0);
} catch (error) {
  if (end.aborted) process.exit(0);
  // A failure says everything itself; for anything else the way to it is worth reading.
  say(`\n${isFailure(error) || !(error instanceof Error) ? messageOf(error) : error.stack}`);
  process.exit(1);
}
