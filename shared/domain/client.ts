/** The law of registered applications: what one is, and which of its secrets work. */
import type { ApiClientView } from '../contract/clients.ts';
import type { Action, Difference } from '../contract/events.ts';
import type { ClientId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { OrganizationActor } from './actor.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import type { ApiClient, ApiClientOwner } from './model.ts';
import { planOf } from './plan.ts';
import { plusMinutes } from './time.ts';
import { next } from './user.ts';

/** As many as one organization may have. */
const mostClients = 50;

export function viewClient(client: ApiClient, now: Time): ApiClientView {
  const { id, name, createdAt, createdBy, lastUsedAt, previous } = client;
  const overlaps = previous && now < previous.until;
  return {
    ...{ id, name, createdAt, createdBy, lastUsedAt },
    ...(overlaps && { previousSecretUntil: previous.until }),
  };
}

/** The hashes of the secrets that work at a moment: the present one, and the one before while the two overlap. */
export function workingSecrets({ secretHash, previous }: ApiClient, now: Time): string[] {
  return [secretHash, ...(previous && now < previous.until ? [previous.secretHash] : [])];
}

export type Registration = {
  actor: OrganizationActor;
  name: string;
  /** How many there are. */
  already: number;
  fresh: { id: ClientId; secretHash: string };
  now: Time;
};

/** Registers an application, under a key that tells from its id alone whose it is. */
export function decideCreateClient({
  actor,
  name,
  already,
  fresh,
  now,
}: Registration): Decision<ApiClientView, 'plan-lacks-api-access' | 'too-many-clients'> {
  const { id: organization } = actor.organization;
  if (!planOf(actor.organization).apiAccess) return refuse('plan-lacks-api-access');
  if (already >= mostClients) return refuse('too-many-clients');
  const client: ApiClient = {
    ...{ type: 'api-client', version: 1, organization, name, ...fresh },
    ...{ createdAt: now, createdBy: actor.person },
  };
  return {
    ok: true,
    changes: [
      { do: 'create', entity: client },
      { do: 'create', entity: { type: 'api-client-owner', version: 1, id: fresh.id, organization } },
    ],
    events: [told('api-client.created', client, [{ field: 'name', after: name }])],
    answer: viewClient(client, now),
  };
}

/** A new secret. Of those before, only the last goes on working, and only as long as the two are to overlap. */
export function decideRotateClient(
  client: ApiClient,
  { secretHash, overlapMinutes, now }: { secretHash: string; overlapMinutes: number; now: Time },
): Decision<ApiClientView, never> {
  const until = overlapMinutes > 0 ? plusMinutes(now, overlapMinutes) : undefined;
  const previous = until && { secretHash: client.secretHash, until };
  const after = next(client, { secretHash, previous });
  return {
    ok: true,
    changes: [{ do: 'update', before: client, after }],
    events: [
      told('api-client.rotated', client, [
        { field: 'secret' },
        { field: 'previousSecretUntil', before: client.previous?.until, after: until },
      ]),
    ],
    answer: viewClient(after, now),
  };
}

/** Its secrets are dead with it, and its sessions: whoever asks with one of those is asked for the application, too. */
export function decideDeleteClient(
  client: ApiClient,
  owner: ApiClientOwner | undefined,
): Decision<undefined, never> {
  return {
    ok: true,
    changes: [{ do: 'remove', entity: client }, ...(owner ? [{ do: 'remove', entity: owner } as const] : [])],
    events: [told('api-client.deleted', client, [{ field: 'name', before: client.name }])],
    answer: undefined,
  };
}

function told(action: Action, { organization, id }: ApiClient, changes: Difference[]): EventDraft {
  return { organization, action, target: { type: 'api-client', id }, changes };
}
