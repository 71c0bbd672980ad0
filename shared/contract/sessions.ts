/** Sessions: one sign-in on one device. */
import * as z from 'zod/mini';
import { ClientId } from './ids.ts';
import { line, Time } from './text.ts';

export const SessionView = z.object({
  id: z.string(),
  createdAt: Time,
  lastUsedAt: z.optional(Time),
  /** In words, as far as the browser says: "Firefox on Linux". */
  device: z.string(),
  /** Where its address is, coarsely: "Hamburg, DE". Absent where nobody can tell. */
  place: z.optional(z.string()),
  ip: z.optional(z.string()),
  /** The registered application that holds it, where it is a script's. */
  client: z.optional(ClientId),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type SessionView = z.output<typeof SessionView>;

export const SessionList = z.object({ items: z.array(SessionView) });

/** Cognito's `origin_jti`. */
export const SessionId = line(100);
