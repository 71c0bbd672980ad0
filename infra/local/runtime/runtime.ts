/** What runs the template's parts: Lambdas, what feeds them, event buses, schedules and CloudFront. */
import { type Clients, createClients, endpointOf } from '../clients.ts';
import type { Clock } from '../clock.ts';
import { createRoles, type Roles } from '../resources/roles.ts';
import { type Place, secretAccessKey } from '../servers/place.ts';
import type { Ports } from '../servers/ports.ts';
import { createDistributions, type Distributions } from './cdn/distributions.ts';
import { createEventBuses, type EventBuses } from './event-buses.ts';
import { accessKeyOf } from './function-role.ts';
import { createLambda, type FunctionDefinition, type Lambda } from './lambda.ts';
import type { Logs } from './logs.ts';
import { createMappings, type Mappings } from './mappings.ts';
import { createSchedules, type Schedules } from './schedules.ts';
import { createDeliver } from './targets.ts';

export type RuntimeOptions = {
  readonly place: Place;
  readonly ports: Ports;
  readonly clock: Clock;
  readonly logs: Logs;
  /** Where the console and, behind the same origin, the API are reached. */
  readonly consoleOrigin: string;
  /** Told what nobody waits for and yet failed. */
  readonly warn: (message: string) => void;
};

export type Runtime = {
  readonly clients: Clients;
  readonly roles: Roles;
  readonly lambda: Lambda;
  readonly mappings: Mappings;
  readonly buses: EventBuses;
  readonly schedules: Schedules;
  readonly distributions: Distributions;
  /** Puts this machine's addresses in the place of those that CloudFront gave out and that buckets have. */
  readonly localAddresses: (value: string) => string;
  /** The variables that a function is told, and that tell it how to reach AWS with these keys. */
  environmentOf(definition: FunctionDefinition, accessKeyId?: string): Record<string, string>;
  stop(): Promise<void>;
};

export function createRuntime(options: RuntimeOptions): Runtime {
  const { place, ports, clock, logs, consoleOrigin, warn } = options;
  const clients = createClients(ports, place);
  const roles = createRoles();
  const distributions = createDistributions((arn, payload) => lambda.invoke(arn, payload));
  const localAddresses = (value: string) =>
    distributions
      .domainNames()
      .reduce((text, name) => text.replaceAll(`https://${name}`, consoleOrigin), value)
      .replaceAll(/https:\/\/[\w-]+\.s3\.[\w-]+\.amazonaws\.com/g, endpointOf(ports.gate));
  const environmentOf = ({ name, variables }: FunctionDefinition, accessKeyId = accessKeyOf(name)) => ({
    ...mapValues(variables, localAddresses),
    ...awsVariables(accessKeyId, options),
  });
  const lambda: Lambda = createLambda({
    clock,
    logs,
    environmentOf: definition => environmentOf(definition),
  });
  const deliver = createDeliver({ clients, lambda, warn });
  const buses = createEventBuses({ clock, place, deliver });
  const schedules = createSchedules({ clock, deliver });
  const mappings = createMappings({ clients, lambda, clock, deliver, warn });
  return {
    clients,
    roles,
    lambda,
    mappings,
    buses,
    schedules,
    distributions,
    localAddresses,
    environmentOf,
    async stop() {
      schedules.stop();
      await mappings.stop();
      await lambda.stop();
      clients.destroy();
    },
  };
}

/** Keys, by which the gate knows who calls, and the one address of every AWS service. */
function awsVariables(accessKeyId: string, { place, ports }: RuntimeOptions): Record<string, string> {
  return {
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: 'local',
    AWS_ENDPOINT_URL: endpointOf(ports.gate),
  };
}

const mapValues = (values: Record<string, string>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
