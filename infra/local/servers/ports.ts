/** Which port each part of the local cloud listens on, and who is told what when one is taken. */
import { connect, createServer } from 'node:net';
import { failure } from '../failure.ts';

export type Ports = {
  /** The console and, behind the same origin, the API. */
  readonly console: number;
  /** The one door to every AWS service, where IAM is evaluated. */
  readonly gate: number;
  readonly dynamodb: number;
  readonly cognito: number;
  readonly queues: number;
  readonly mailbox: number;
};

const names: { readonly [part in keyof Ports]: string } = {
  console: 'the console and API',
  gate: 'the AWS gate',
  dynamodb: 'DynamoDB Local',
  cognito: 'Cognito',
  queues: 'SQS and S3',
  mailbox: 'the mailbox',
};

const usual: Ports = {
  console: 4000,
  gate: 4001,
  dynamodb: 8000,
  cognito: 9229,
  queues: 4566,
  mailbox: 8005,
};

/** The usual ports, or six in a row from `portBase`; `console` moves the console and API alone. */
export function choosePorts(wish: { readonly portBase?: number; readonly console?: number } = {}): Ports {
  const { portBase } = wish;
  if (portBase === undefined) return { ...usual, console: wish.console ?? usual.console };
  if (!Number.isInteger(portBase) || portBase < 1024 || portBase > 65_530) {
    throw failure(`--port-base takes a whole number from 1024 to 65530, not ${portBase}`);
  }
  return {
    console: wish.console ?? portBase,
    gate: portBase + 1,
    dynamodb: portBase + 2,
    cognito: portBase + 3,
    queues: portBase + 4,
    mailbox: portBase + 5,
  };
}

/** Fails with every taken port at once, before anything is started. */
export async function requireFreePorts(ports: Partial<Ports>): Promise<void> {
  const wanted = Object.entries(ports).map(([part, port]) => ({ port, what: names[part as keyof Ports] }));
  const free = await Promise.all(wanted.map(({ port }) => isFree(port)));
  const taken = wanted.filter((_, index) => !free[index]);
  if (taken.length > 0) throw portTaken(taken);
}

/** The failure that a reader can act on: which port, whose, and how to move everything elsewhere. */
export function portTaken(taken: readonly { readonly port: number; readonly what: string }[]): Error {
  const list = taken.map(({ port, what }) => `${port} (${what})`).join(', ');
  const noun = taken.length === 1 ? 'Port' : 'Ports';
  const verb = taken.length === 1 ? 'is' : 'are';
  return failure(
    `${noun} ${list} ${verb} taken. Stop what uses ${taken.length === 1 ? 'it' : 'them'}, ` +
      'or start everything on other ports: npm start -- --port-base 5000',
  );
}

/** Both ways of looking: a listener on another address of this machine blocks some systems' listen, not all. */
async function isFree(port: number): Promise<boolean> {
  return !(await answers(port)) && (await canListen(port));
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
