/** One thing done to many users: what, to whom, and what it would come to. */
import * as z from 'zod/mini';
import { UserFilter } from './find-users.ts';
import { GroupId, JobId, PersonId, ProjectId } from './ids.ts';
import { InOrganization } from './lists.ts';
import { type Permission, Role } from './roles.ts';

const plain = <A extends string>(action: A) => z.strictObject({ action: z.literal(action) });
const inGroup = <A extends string>(action: A) =>
  z.strictObject({ action: z.literal(action), group: GroupId });
const inProject = <A extends string>(action: A) =>
  z.strictObject({ action: z.literal(action), project: ProjectId });

/** What is done to each, as the route of that name does it to one. */
export const BulkDeed = z.discriminatedUnion('action', [
  plain('send-invitation'),
  plain('deactivate'),
  plain('reactivate'),
  plain('archive'),
  plain('restore'),
  plain('delete'),
  plain('reset-password'),
  z.strictObject({ action: z.literal('set-role'), role: Role }),
  z.strictObject({ action: z.literal('require-mfa'), required: z.boolean() }),
  inGroup('add-to-group'),
  inGroup('remove-from-group'),
  inProject('add-to-project'),
  inProject('remove-from-project'),
]);
export type BulkDeed = z.output<typeof BulkDeed>;
export type BulkAction = BulkDeed['action'];

/** What somebody must be allowed in the organization to do it to many, as to one. */
export const bulkPermission: Readonly<Record<BulkAction, Permission>> = {
  'send-invitation': 'users.invite',
  deactivate: 'users.deactivate',
  reactivate: 'users.deactivate',
  archive: 'users.deactivate',
  restore: 'users.deactivate',
  delete: 'users.delete',
  'reset-password': 'users.credentials',
  'set-role': 'users.edit',
  'require-mfa': 'users.edit',
  'add-to-group': 'groups.manage',
  'remove-from-group': 'groups.manage',
  'add-to-project': 'projects.manage',
  'remove-from-project': 'projects.manage',
};

/** So many users may be named; of those who match a filter there may be any number. */
const mostNamed = 1000;

/** To whom: some users by their ids, all who match a filter, or those for whom a job is done, which takes it back. */
const BulkSelection = z.union([
  z.strictObject({
    users: z
      .array(PersonId)
      .check(z.minLength(1, 'is empty'), z.maxLength(mostNamed, `has more than ${mostNamed} users`)),
  }),
  z.strictObject({ filter: z.strictObject(UserFilter) }),
  z.strictObject({ doneBy: JobId }),
]);

export const Bulk = z.strictObject({ ...InOrganization, deed: BulkDeed, selection: BulkSelection });
export type Bulk = z.output<typeof Bulk>;

/** What a bulk would come to at this moment. Nothing is done. */
export const BulkPreview = z.object({
  /** Who is meant, as far as was looked. */
  total: z.int(),
  /** Whether there are more than were looked at. */
  isMore: z.boolean(),
  /** For how many it would be done. */
  ready: z.int(),
  /** The others, by why not: a sentence for each reason. */
  skipped: z.array(z.object({ reason: z.string(), count: z.int() })),
});
export type BulkPreview = z.output<typeof BulkPreview>;
