/** The law of a job that takes what was deleted from whoever had it. It gives nothing any more; this tidies up. */
import type { AssignedId } from './assigned-id.ts';
import type { Change } from './change.ts';
import { without } from './content.ts';
import { differences, type EventDraft } from './decision.ts';
import { aboutOf, advanced, type Step, sliceOf } from './job.ts';
import type { User } from './model.ts';
import type { Assignment, ContentEntry, ContentGrant } from './model-access.ts';
import type { Job, JobItem } from './model-jobs.ts';
import { next } from './user.ts';

/** Somebody who has it, and what is known of them. */
export type Had = { assignment: Assignment; user: User | undefined };

/** Takes it from some, and keeps a list of whom it was taken from. */
export function decideUnassign(job: Job, had: readonly Had[]): Step {
  const { id } = aboutOf(job);
  const items = had.map(each => outcomeOf(id, each));
  const users = had.flatMap(({ user }) => (user && has(user, id) ? [user] : []));
  const after = { ...advanced(job, items, job.done + 1), slices: job.slices + 1 };
  return {
    after,
    changes: [
      ...had.map(({ assignment }): Change => ({ do: 'remove', entity: assignment })),
      ...users.map((user): Change => ({ do: 'update', before: user, after: taken(user, id) })),
      { do: 'create', entity: sliceOf(job, job.slices, items) },
      { do: 'update', before: job, after },
    ],
    events: users.map(user => toldOf(user, id)),
  };
}

/** Takes content from a group that was deleted. */
export function decideForget(
  job: Job,
  grants: readonly { grant: ContentGrant; entry: ContentEntry | undefined }[],
): Step {
  const after = advanced(job, [], job.done);
  return {
    after,
    changes: [
      ...grants.flatMap(({ grant, entry }): Change[] => [
        { do: 'remove', entity: grant },
        ...(entry ? [without(entry, grant.group)] : []),
      ]),
      { do: 'update', before: job, after },
    ],
    events: [],
  };
}

function outcomeOf(id: AssignedId, { assignment, user }: Had): JobItem {
  const item = { user: assignment.user, action: 'remove' } as const;
  if (!user) return { ...item, outcome: 'skipped', reason: 'There is no such user any more.' };
  if (!has(user, id)) return { ...item, outcome: 'skipped', reason: 'Did not have it any more.' };
  return { ...item, outcome: 'done' };
}

const lists = ['customRoles', 'groups', 'projects'] as const;

function has(user: User, id: AssignedId): boolean {
  return lists.some(list => user[list].some(each => each === id));
}

function taken(user: User, id: AssignedId): User {
  const left = <T extends AssignedId>(ids: readonly T[]) => ids.filter(each => (each as AssignedId) !== id); // one of several kinds
  const { customRoles, groups, projects } = user;
  return next(user, { customRoles: left(customRoles), groups: left(groups), projects: left(projects) });
}

/** Groups and projects tell who left them; a custom role is part of the user. */
function toldOf(user: User, id: AssignedId): EventDraft {
  const { organization } = user;
  const left = [{ field: 'user', before: user.id }];
  if (id.startsWith('grp_'))
    return { organization, action: 'group.member-removed', target: { type: 'group', id }, changes: left };
  if (id.startsWith('prj_'))
    return { organization, action: 'project.member-removed', target: { type: 'project', id }, changes: left };
  const changes = differences(user, taken(user, id), ['customRoles']);
  return { organization, action: 'user.edited', target: { type: 'user', id: user.id }, changes };
}
