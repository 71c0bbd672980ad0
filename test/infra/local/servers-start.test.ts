import { afterEach, expect, test, vi } from 'vitest';
import { type Ports, requireFreePorts } from '../../../infra/local/servers/ports.ts';
import { startServers } from '../../../infra/local/servers/start-servers.ts';
import { freePort } from './servers-support.ts';

afterEach(() => vi.unstubAllEnvs());

test('when one server cannot start, the others are stopped and the reason is told', async () => {
  const ports: Ports = {
    console: await freePort(),
    gate: await freePort(),
    dynamodb: await freePort(),
    cognito: await freePort(),
    queues: await freePort(),
    mailbox: await freePort(),
  };
  vi.stubEnv('JAVA_HOME', '/nowhere');
  await expect(startServers({ ports, clock: () => new Date() })).rejects.toThrow(/needs Java 17 or newer/);
  await expect(requireFreePorts(ports)).resolves.toBeUndefined();
});
