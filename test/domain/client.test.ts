/** Registered applications: which secrets work, and when. */
import { expect, test } from 'vitest';
import { ClientId } from '../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import {
  decideCreateClient,
  decideRotateClient,
  viewClient,
  workingSecrets,
} from '../../shared/domain/client.ts';
import type { ApiClient } from '../../shared/domain/model.ts';
import { minutesFromNow, now, organization, orgId, personId, user } from './build.ts';

const id = ClientId.parse(`cli_${'1'.padStart(26, '0')}`);

const client = (more: Partial<ApiClient> = {}): ApiClient => ({
  ...{ type: 'api-client', version: 3, organization: orgId(), id, name: 'Import', secretHash: 'present' },
  createdAt: minutesFromNow(-600),
  ...more,
});

/** As it is after a rotation. */
function rotated(before: ApiClient, secretHash: string, overlapMinutes: number): ApiClient {
  const decision = decideRotateClient(before, { secretHash, overlapMinutes, now });
  const [change] = decision.ok ? decision.changes : [];
  if (change?.do !== 'update' || change.after.type !== 'api-client') throw new Error('Nothing was rotated');
  return change.after;
}

test.each([
  ['never rotated', client(), ['present']],
  ['overlapping', client({ previous: { secretHash: 'old', until: minutesFromNow(1) } }), ['present', 'old']],
  ['at the very end of the overlap', client({ previous: { secretHash: 'old', until: now } }), ['present']],
  ['rotated with an overlap', rotated(client(), 'next', 5), ['next', 'present']],
  ['rotated without', rotated(client(), 'next', 0), ['next']],
  ['rotated twice', rotated(rotated(client(), 'next', 5), 'last', 5), ['last', 'next']],
  ['rotated twice, then without', rotated(rotated(client(), 'next', 5), 'last', 0), ['last']],
])('%s', (_, of, working) => {
  expect(workingSecrets(of, now)).toEqual(working);
  expect(viewClient(of, now).previousSecretUntil).toBe(working.length > 1 ? of.previous?.until : undefined);
});

const actor = (plan: string): OrganizationActor => ({
  ...{ kind: 'member', person: personId(9), session: 's', role: 'admin' },
  organization: organization({ plan }),
  self: user({ id: personId(9), role: 'admin' }),
});

test.each([
  ['team', 0, undefined],
  ['team', 49, undefined],
  ['team', 50, 'too-many-clients'],
  ['enterprise', 51, 'too-many-clients'],
  ['starter', 0, 'plan-lacks-api-access'],
  ['nobody knows it', 0, 'plan-lacks-api-access'],
])('the plan %s with %i of them: %s', (plan, already, refusal) => {
  const fresh = { id, secretHash: 'hash' };
  const decision = decideCreateClient({ actor: actor(plan), name: 'Import', already, fresh, now });
  expect(decision.ok ? undefined : decision.failure.kind).toBe(refusal);
  if (decision.ok) expect(decision.changes.map(change => change.do)).toEqual(['create', 'create']);
});
