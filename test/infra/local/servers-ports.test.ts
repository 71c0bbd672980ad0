import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from '../../../infra/local/servers/http.ts';
import { choosePorts, requireFreePorts } from '../../../infra/local/servers/ports.ts';
import { freePort } from './servers-support.ts';

test('the usual ports, or all in a row, or the console elsewhere', () => {
  const usual = { console: 4000, gate: 4001, dynamodb: 8000, cognito: 9229, queues: 4566, mailbox: 8005 };
  expect(choosePorts()).toEqual(usual);
  expect(choosePorts({ console: 3000 })).toEqual({ ...usual, console: 3000 });
  expect(Object.values(choosePorts({ portBase: 5000 }))).toEqual([5000, 5001, 5002, 5003, 5004, 5005]);
  expect(choosePorts({ portBase: 5000, console: 80 })).toMatchObject({ console: 80, gate: 5001 });
});

test.each([0, 80, 65_531, 4000.5, Number.NaN])('--port-base %d is refused', portBase => {
  expect(() => choosePorts({ portBase })).toThrow(/--port-base takes a whole number from 1024 to 65530/);
});

test.each(['127.0.0.1', '0.0.0.0'])('a port that is taken on %s is named, with the way out', async host => {
  const squatter = createServer().listen(0, host);
  await once(squatter, 'listening');
  const address = squatter.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const others = { console: await freePort(), cognito: await freePort() };
  await expect(requireFreePorts({ ...others, dynamodb: port })).rejects.toThrow(
    `Port ${port} (DynamoDB Local) is taken. Stop what uses it, or start everything on other ports: ` +
      'npm start -- --port-base 5000',
  );
  squatter.close();
});

test('two servers on one port: the second says so', async () => {
  const first = await serve(async () => ({ status: 200, headers: {}, body: '' }), 0, 'the first');
  const port = Number(new URL(first.endpoint).port);
  const second = serve(async () => ({ status: 200, headers: {}, body: '' }), port, 'the second');
  await expect(second).rejects.toThrow(`Port ${port} (the second) is taken`);
  await first.stop();
});
