/** What tests of the mapping share: a world to map in, and what a row of a table says must hold. */
import { runSimulation } from '@cloud-copilot/iam-simulate';
import { expect } from 'vitest';
import { mapCall, type Service } from '../../../infra/local/iam/map-call.ts';
import type { MapWorld, Need } from '../../../infra/local/iam/needs.ts';
import type { Call } from '../../../infra/local/servers/http.ts';
import { defaultPlace } from '../../../infra/local/servers/place.ts';

const world: MapWorld = {
  place: defaultPlace,
  tableKeys: async table =>
    table === 'directory' ? { table: 'pk', indexes: { byName: 'gsi1pk' } } : undefined,
  identityOf: address => (address.includes('boss@') ? 'boss@example.com' : 'example.com'),
};

export type Row = { call: Partial<Call>; needs: readonly Partial<Need>[] | undefined };

/** A JSON operation of a service, as the SDK sends it. */
export function operation(target: string, input: object): Partial<Call> {
  return { headers: { 'x-amz-target': target }, body: Buffer.from(JSON.stringify(input)) };
}

/** What a row says of each need must hold; a context, where it is given, is the whole context. */
export async function expectNeeds(
  service: Service,
  call: Partial<Call>,
  expected: Row['needs'],
): Promise<void> {
  const needs = await needsOf(service, call);
  expect(needs?.length).toBe(expected?.length);
  for (const [index, row] of (expected ?? []).entries()) {
    expect(needs?.[index]).toMatchObject(row);
    if (row.context) expect(needs?.[index]?.context).toEqual(row.context);
  }
}

async function needsOf(service: Service, call: Partial<Call>): Promise<readonly Need[] | undefined> {
  const whole = { method: 'POST', url: '/', headers: {}, body: Buffer.alloc(0), ...call };
  const { needs } = await mapCall(service, whole, world);
  await Promise.all((needs ?? []).map(requireKnownToIam));
  return needs;
}

/** IAM must have the action, and let it act on such a resource. */
async function requireKnownToIam({ action, resource }: Need): Promise<void> {
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const result = await runSimulation(
    {
      identityPolicies: [{ name: 'all', policy }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      request: {
        action,
        principal: 'arn:aws:iam::000000000000:role/any',
        resource: { resource, accountId: '000000000000' },
        contextVariables: {},
      },
    },
    {},
  );
  expect(result, `${action} on ${resource}`).toMatchObject({ overallResult: 'Allowed' });
}
