/** Remembered devices: our pool has none, so Cognito's answers about them are made up here. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { targetOf } from '../../../infra/local/iam/map-call.ts';
import { type Answer, type LocalServer, serve } from '../../../infra/local/servers/http.ts';
import { openCognito } from '../../../shared/adapters/cognito.ts';
import { systemIds } from '../../../shared/adapters/system.ts';
import { type Pool, password, startPool } from './servers-support.ts';

type Input = { PaginationToken?: string; DeviceKey?: string };
/** By the operation. */
type Answers = ReadonlyMap<string, (input: Input) => Answer>;

let pool: Pool;
let cognito: LocalServer;
let answers: Answers = new Map();
beforeAll(async () => {
  pool = await startPool();
  cognito = await serve(
    async call => {
      const answer = answers.get(targetOf(call).operation);
      return answer ? answer(JSON.parse(call.body.toString())) : pool.server.handler(call);
    },
    0,
    'Cognito',
  );
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: cognito.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'TEST',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
afterAll(() => Promise.all([cognito.stop(), pool.stop()]));

const json = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body),
});
const refused = (__type: string) => () => json(400, { __type, message: __type });

async function forget(): Promise<void> {
  const identity = openCognito({ pool: pool.UserPoolId, client: pool.ClientId });
  const person = systemIds.make('usr');
  await identity.setPassword(person, password);
  await identity.forgetFactors(person, []);
}

test('devices on every page are forgotten, also where somebody else was faster', async () => {
  const forgotten: unknown[] = [];
  const firstPage = { Devices: [{ DeviceKey: 'first' }, { DeviceKey: 'second' }], PaginationToken: 'more' };
  const lastPage = { Devices: [{ DeviceKey: 'third' }] };
  const list = ({ PaginationToken: after }: Input) => json(200, after ? lastPage : firstPage);
  const forgetOne = ({ DeviceKey }: Input) => {
    forgotten.push(DeviceKey);
    return DeviceKey === 'second' ? refused('ResourceNotFoundException')() : json(200, {});
  };
  answers = new Map([
    ['AdminListDevices', list],
    ['AdminForgetDevice', forgetOne],
  ]);
  await forget();
  expect(forgotten).toEqual(['first', 'second', 'third']);
});

test('a pool that remembers no devices has none to forget, and says so or answers none', async () => {
  answers = new Map([['AdminListDevices', refused('InvalidUserPoolConfigurationException')]]);
  await forget();
  answers = new Map();
  await forget();
});

test('what Cognito cannot do now is not taken for done', async () => {
  answers = new Map([['AdminListDevices', refused('InternalErrorException')]]);
  await expect(forget()).rejects.toMatchObject({ name: 'InternalErrorException' });
});
