/** What `npm start` can be told. */
import { parseArgs } from 'node:util';
import { failure, messageOf } from './failure.ts';
import type { Sizes } from './seed/sizes/seed-sizes.ts';
import { choosePorts, type Ports } from './servers/ports.ts';

export type StartOptions = {
  /** One line of JSON when everything answers, and nothing else on standard output. */
  readonly json: boolean;
  /** No demo data, only one operator. */
  readonly empty: boolean;
  /** Beside the demo data. */
  readonly sizes: Sizes;
  readonly ports: Ports;
};

export const usage = `npm start -- [--json] [--empty] [--users N] [--organizations N] [--port-base N]

  --json         print one line of JSON when everything answers, and nothing else on standard output
  --empty        start without demo data, with one operator
  --users N      beside the demo an organization of so many users, up to 100,000:
                 every thousand takes some ten seconds and 200 MB
  --organizations N
                 beside the demo so many organizations more, up to 10,000
  --port-base N  all servers on ports from N on, so that two copies can run side by side

The environment variable PORT moves the console and the API alone.
`;

/** Undefined when only the usage is asked for. */
export function readCommandLine(
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
): StartOptions | undefined {
  const { json, empty, help, users, organizations, 'port-base': portBase } = parse(given);
  if (help) return undefined;
  const ports = choosePorts({
    portBase: asNumber(portBase, '--port-base'),
    console: asNumber(environment.PORT, 'PORT'),
  });
  const sizes = {
    users: upTo(100_000, users, '--users'),
    organizations: upTo(10_000, organizations, '--organizations'),
  };
  if (empty && (users ?? organizations) !== undefined)
    throw failure('--empty is without demo data: --users and --organizations go beside it');
  return { json, empty, sizes, ports };
}

function parse(given: readonly string[]) {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const text = { type: 'string' } as const;
    const numbers = { users: text, organizations: text, 'port-base': text };
    const options = { json: flag, empty: flag, help: flag, ...numbers } as const;
    return parseArgs({ args: [...given], options }).values;
  } catch (error) {
    throw failure(`${messageOf(error)}\n\n${usage}`);
  }
}

/** None unless it is said how many. */
function upTo(most: number, text: string | undefined, name: string): number {
  const count = Number(text ?? 0);
  if (!Number.isInteger(count) || count < 0 || count > most)
    throw failure(`${name} takes a number up to ${most.toLocaleString('en')}, not ${text}`);
  return count;
}

function asNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw failure(`${name} takes a port number, not ${text}`);
  return port;
}
