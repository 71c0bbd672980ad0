import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lambdaEntries } from '../../infra/build/entries.ts';
import { exportOf } from '../../infra/build/names.ts';
import { routeKeys } from '../../shared/contract/routes.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tenantry-entries-'));
  cpSync(resolve(import.meta.dirname, '../../functions'), join(root, 'functions'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

test('every route is in exactly one of the API’s Lambdas', () => {
  const code = lambdaEntries(root).map(entry => entry.code);
  const served = routeKeys.map(
    key => code.filter(text => text.includes(`, handle: ${exportOf(key)} }`)).length,
  );
  expect(served).toEqual(routeKeys.map(() => 1));
});

test('an entry opens the ports that its use cases need, and no others', () => {
  const { code } = lambdaEntries(root).find(({ name }) => name === 'end-sessions') ?? { code: '' };
  expect(code.split('\n')).toEqual([
    `import { openAlways, openDirectory, openIdentity } from './functions/runtime/open-ports.ts';`,
    `import { queueHandler } from './functions/runtime/queue.ts';`,
    `import { endSessions } from './functions/events/end-sessions.ts';`,
    `export const handler = queueHandler('end-sessions', endSessions, { ...openAlways(), ...openDirectory(), ...openIdentity() });`,
  ]);
});

test('an entry hands over the rows of the routes that it serves', () => {
  const { code } = lambdaEntries(root).find(({ name }) => name === 'public') ?? { code: '' };
  expect(code.split('\n')).toEqual([
    `import { openAlways } from './functions/runtime/open-ports.ts';`,
    `import { httpHandler } from './functions/runtime/http.ts';`,
    `import { nothing } from './shared/contract/route.ts';`,
    `import { Health } from './shared/contract/service.ts';`,
    `import { getHealth } from './functions/http/public/get-health.ts';`,
    `import { OpenapiDocument } from './shared/contract/service.ts';`,
    `import { getOpenapi } from './functions/http/public/get-openapi.ts';`,
    `export const handler = httpHandler({`,
    `  'get-health': { route: { "method":"GET","path":"/v1/health","access":"anyone","status":200, input: nothing, output: Health }, handle: getHealth },`,
    `  'get-openapi': { route: { "method":"GET","path":"/v1/openapi.json","access":"anyone","status":200, input: nothing, output: OpenapiDocument }, handle: getOpenapi }`,
    `}, { ...openAlways() });`,
  ]);
});

test('a route without its file stops the build', () => {
  rmSync(join(root, 'functions/http/users/invite-user.ts'));
  expect(() => lambdaEntries(root)).toThrow('functions/http/users/invite-user.ts is missing');
});

test('a file that no table names stops the build', () => {
  writeFileSync(join(root, 'functions/events/water-plants.ts'), '');
  expect(() => lambdaEntries(root)).toThrow('functions/events/water-plants.ts is not in its table');
});

test('a route’s file in another area’s folder stops the build', () => {
  writeFileSync(join(root, 'functions/http/me/invite-user.ts'), '');
  expect(() => lambdaEntries(root)).toThrow('functions/http/me/invite-user.ts is not in its table');
});
