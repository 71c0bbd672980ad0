/** The plan of an import, which is kept with its files. */
import * as z from 'zod/mini';
import { Difference } from '../contract/events.ts';
import { InvitationId, PersonId } from '../contract/ids.ts';
import { RowChange, RowError, RowOutcome } from '../contract/imports.ts';
import { EditUser, InviteUser } from '../contract/users.ts';

/** What a row was found to come to: just this is done, or nothing. */
export const PlannedRow = z.object({
  number: z.int(),
  outcome: RowOutcome,
  /** As they stood in the file. */
  cells: z.array(z.string()),
  /** Whom it is about: somebody who is here already, or the id that they get. */
  user: z.optional(PersonId),
  name: z.string(),
  email: z.string(),
  /** Of whoever is created: whoever does it twice makes the same. */
  create: z.optional(
    z.object({
      wish: z.omit(InviteUser, { org: true }),
      invitation: InvitationId,
      /** Nobody had the address: it need not be looked for again, because it is given to one person alone. */
      isFree: z.optional(z.boolean()),
    }),
  ),
  /** Of whoever is changed, with what it was found to move (`movesOf`): if it would move anything else by then, it is not done. */
  edit: z.optional(
    z.object({ wish: z.omit(EditUser, { org: true, user: true }), expected: z.array(Difference) }),
  ),
  changes: z.array(RowChange),
  errors: z.array(RowError),
});
export type PlannedRow = z.output<typeof PlannedRow>;
