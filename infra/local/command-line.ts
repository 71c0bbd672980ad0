/** What `npm start` can be told. */
import { parseArgs } from 'node:util';
import { failure, messageOf } from './failure.ts';
import { choosePorts, type Ports } from './servers/ports.ts';

export type StartOptions = {
  /** One line of JSON when everything answers, and nothing else on standard output. */
  readonly json: boolean;
  /** No demo data, only one operator. */
  readonly empty: boolean;
  readonly ports: Ports;
};

export const usage = `npm start -- [--json] [--empty] [--port-base N]

  --json         print one line of JSON when everything answers, and nothing else on standard output
  --empty        start without demo data, with one operator
  --port-base N  all servers on ports from N on, so that two copies can run side by side

The environment variable PORT moves the console and the API alone.
`;

/** Undefined when only the usage is asked for. */
export function readCommandLine(
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
): StartOptions | undefined {
  const { json, empty, help, 'port-base': portBase } = parse(given);
  if (help) return undefined;
  const ports = choosePorts({
    portBase: asNumber(portBase, '--port-base'),
    console: asNumber(environment.PORT, 'PORT'),
  });
  return { json, empty, ports };
}

function parse(given: readonly string[]) {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = { json: flag, empty: flag, help: flag, 'port-base': { type: 'string' } } as const;
    return parseArgs({ args: [...given], options }).values;
  } catch (error) {
    throw failure(`${messageOf(error)}\n\n${usage}`);
  }
}

function asNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw failure(`${name} takes a port number, not ${text}`);
  return port;
}
