/** Sending an invitation again, giving it more time, and handing its link over. */
import * as z from 'zod/mini';
import { LifeMinutes } from './invitations.ts';
import { Email, lines, Time } from './text.ts';
import { OnUser } from './users.ts';

export const SendInvitation = z.strictObject({
  ...OnUser,
  /** Corrects the address of somebody who has never accepted, for example after a bounce. */
  email: z.optional(Email),
  expiresInMinutes: z.optional(LifeMinutes),
  note: z.optional(lines(2000)),
});

export const ExtendInvitation = z.strictObject({ ...OnUser, expiresInMinutes: LifeMinutes });

export const InvitationLink = z.object({ link: z.string(), expiresAt: Time });
