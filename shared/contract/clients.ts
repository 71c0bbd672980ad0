/** Registered applications: a client id and secret that a script uses together with a user's name and password. */
import * as z from 'zod/mini';
import { ClientId, PersonId } from './ids.ts';
import { InOrganization } from './lists.ts';
import { line, Time } from './text.ts';

export const ApiClientView = z.object({
  id: ClientId,
  name: z.string(),
  createdAt: Time,
  createdBy: z.optional(PersonId),
  lastUsedAt: z.optional(Time),
  /** Until then the secret before the present one works, too. */
  previousSecretUntil: z.optional(Time),
});
export type ApiClientView = z.output<typeof ApiClientView>;

export const ApiClientList = z.object({ items: z.array(ApiClientView) });

/** With its secret, which is shown this once. */
export const ApiClientWithSecret = z.object({ ...ApiClientView.shape, secret: z.string() });

export const ListApiClients = z.strictObject(InOrganization);
export const CreateApiClient = z.strictObject({ ...InOrganization, name: line(100) });

const OnClient = { ...InOrganization, client: ClientId };
export const OneApiClient = z.strictObject(OnClient);

export const RotateApiClient = z.strictObject({
  ...OnClient,
  /** How long the old secret goes on working; 0 ends it at once. At most a week. */
  overlapMinutes: z._default(
    z.int().check(z.gte(0, 'is less than 0'), z.lte(7 * 24 * 60, 'is more than a week (10,080 minutes)')),
    24 * 60,
  ),
});
