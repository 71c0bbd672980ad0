/** `npm start` as a script uses it: one line of JSON when everything answers, and nothing left after SIGTERM. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { freePorts } from '../../../infra/local/free-ports.ts';
import { type Ports, requireFreePorts } from '../../../infra/local/servers/ports.ts';

const root = join(import.meta.dirname, '../../..');
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGTERM'));

async function start(ports: Ports) {
  const flags = ['--json', '--empty', '--port-base', String(ports.console)];
  const command = ['start', '--silent', '--', ...flags];
  const started = spawn('npm', command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  let complaints = '';
  started.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk;
  });
  const exit = once(started, 'exit').then(([code]) => ({ code, complaints }));
  const lines = createInterface({ input: started.stdout });
  const first = await Promise.race([once(lines, 'line'), exit]);
  if (!Array.isArray(first)) throw new Error(first.complaints);
  return { ready: JSON.parse(String(first[0])), exit, pid: started.pid ?? 0 };
}

/** The processes that a process has started, and those that these have. */
function descendantsOf(pid: number): string[] {
  const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid='])
    .toString()
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .flatMap(([id, parent]) => (parent === String(pid) && id ? [id] : []));
  return children.flatMap(child => [child, ...descendantsOf(Number(child))]);
}

/** A process that has ended may stand in the list until somebody asks how. */
const isAlive = (pid: string): boolean =>
  execFileSync('ps', ['-A', '-o', 'pid=,stat='])
    .toString()
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .some(([id, state]) => id === pid && !state?.startsWith('Z'));

test('it says where everything is, serves it, and SIGTERM ends every process of it', async () => {
  const ports = await freePorts();
  const { ready, exit, pid } = await start(ports);
  expect(ready).toMatchObject({
    ready: true,
    console: `http://localhost:${ports.console}`,
    api: `http://localhost:${ports.console}/v1`,
    mailbox: `http://localhost:${ports.mailbox}`,
    accounts: [{ role: 'owner', email: expect.any(String), password: expect.any(String) }],
  });
  const [account] = ready.accounts;
  const signedIn = await fetch(`${ready.api}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account.email, password: account.password }),
  });
  expect(signedIn.status).toBe(200);
  expect((await fetch(ready.console)).headers.get('content-type')).toBe('text/html');

  const descendants = descendantsOf(pid);
  expect(descendants.length).toBeGreaterThan(2);
  child?.kill('SIGTERM');
  await exit;
  await expect.poll(() => descendants.filter(isAlive), { timeout: 5_000 }).toEqual([]);
  await requireFreePorts(ports);
}, 120_000);

test('when a server dies it says so in one sentence and ends', async () => {
  const { exit, pid } = await start(await freePorts());
  const java = descendantsOf(pid).find(id =>
    execFileSync('ps', ['-o', 'args=', '-p', id]).toString().includes('.jar'),
  );
  process.kill(Number(java), 'SIGKILL');
  const { code, complaints } = await exit;
  expect(code).toBe(1);
  expect(complaints).toContain('DynamoDB Local died');
  expect(complaints).not.toContain('    at ');
}, 120_000);
