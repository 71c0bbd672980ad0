/** The local cloud's door: everything that the synthesised template says, running on this machine. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, openAccount } from './account.ts';
import { endpointOf } from './clients.ts';
import { createClock } from './clock.ts';
import { failure } from './failure.ts';
import { freePorts } from './free-ports.ts';
import { administrator } from './iam/rule.ts';
import type { CloudOptions, LocalCloud } from './local-cloud.ts';
import { findByName, namesOf } from './lookup.ts';
import { prepare } from './prepare/prepare.ts';
import { catalogue, runsLast } from './resources/catalogue.ts';
import { openFront } from './runtime/front.ts';
import { answerLocally, isLocal } from './runtime/local-door.ts';
import { openLogs } from './runtime/logs.ts';
import { requireJava } from './servers/java.ts';
import type { Place } from './servers/place.ts';
import { type Ports, requireFreePorts } from './servers/ports.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { type Deployment, deploy } from './template/deploy.ts';

/** Starts everything. What fails is told in one sentence, and whatever was started by then is stopped. */
export async function startLocalCloud(options: CloudOptions = {}): Promise<LocalCloud> {
  const { progress, signal } = options;
  const ports = options.ports ?? (await freePorts());
  await Promise.all([requireFreePorts(ports), requireJava()]);
  const directory = options.assembly ?? (await prepare({ progress, signal }));
  const assembly = readAssembly(directory);
  for (const { template, name } of assembly.stacks) options.templatePatch?.(template, name);

  signal?.throwIfAborted();
  progress?.('Starting the servers');
  const account = await open(assembly, ports, options);
  try {
    signal?.throwIfAborted();
    progress?.('Creating what the template says');
    const deployment = await deploy(assembly, catalogue(account), runsLast);
    const cloud = doorsOf(account, deployment);
    const { runSchedule } = cloud;
    const { clock, distributions, warn } = account;
    const front = await openFront({
      port: ports.console,
      ask: request =>
        isLocal(request) ? answerLocally(request, { clock, runSchedule }) : distributions.ask(request),
      warn,
      now: clock.now,
    });
    const stop = async () => {
      await front.stop();
      await account.stop();
    };
    return { ...cloud, stop };
  } catch (error) {
    await account.stop();
    throw error;
  }
}

function open(assembly: Assembly, ports: Ports, options: CloudOptions): Promise<Account> {
  const print = (message: string) => console.error(message);
  return openAccount({
    ...options,
    assembly,
    ports,
    place: placeOf(assembly),
    clock: createClock(),
    logs: openLogs(options.logDirectory),
    consoleOrigin: `http://localhost:${ports.console}`,
    warn: options.warn ?? print,
    onDeath: options.onDeath ?? (detail => print(`A server died: ${detail}`)),
  });
}

/** Where most stacks are: a distribution's functions stand in a stack of their own in us-east-1. */
function placeOf({ stacks }: Assembly): Place {
  const byRegion = Map.groupBy(stacks, ({ place }) => place.region);
  const [largest] = [...byRegion.values()].sort((one, other) => other.length - one.length);
  const place = largest?.[0]?.place;
  if (place === undefined) throw failure('The cloud assembly has no stacks');
  return place;
}

/** What SES reports of a mail sets out after the Lambda that sent it has ended. */
const AFTERMATH = 100;
/** Between two looks whether all is quiet. */
const PAUSE = 15;

function doorsOf(account: Account, { resources, outputs }: Deployment): Omit<LocalCloud, 'stop'> {
  const { lambda, schedules, mappings, ports, place, clock, consoleOrigin, logs, environmentOf } = account;
  const find: LocalCloud['find'] = (type, name) =>
    findByName(
      resources.filter(resource => resource.type === type),
      name,
      namesOf,
    );

  const functionNamed = (name: string) =>
    findByName(lambda.list(), name, ({ name: physical, label }) => [label, physical]);

  return {
    console: consoleOrigin,
    api: `${consoleOrigin}/v1`,
    mailbox: `http://localhost:${ports.mailbox}`,
    clock,
    find,
    outputs,
    environment: Object.assign(
      {},
      ...lambda.list().map(each => environmentOf(each, administrator.accessKeyId)),
    ),
    logs: logs.lines,
    aws: { endpoint: endpointOf(ports.gate), region: place.region, credentials: administrator },
    redeliverStreams: mappings.redeliverStreams,
    unfollowed: mappings.unfollowed,
    follow: (name, follows) => mappings.follow(functionNamed(name).arn, follows),
    invoke: (name, payload) => lambda.invoke(functionNamed(name).name, payload),
    async runSchedule(name) {
      const schedule = findByName(schedules.list(), name, ({ name: physical, label }) => [label, physical]);
      const outcome = await schedules.run(schedule);
      if (!outcome.ok) throw failure(`The schedule ${name} failed: ${outcome.error.errorMessage}`);
    },
    async settled() {
      const called = performance.now();
      mappings.wake();
      const isQuiet = async () => !lambda.busyWithin(AFTERMATH) && (await mappings.idleSince(called));
      while (!((await isQuiet()) && (await isQuiet()))) await sleep(PAUSE);
    },
  };
}
