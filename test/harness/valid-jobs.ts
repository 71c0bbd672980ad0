/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { bulkJob } from '../../shared/domain/queue-job.ts';
import { arrangeUser, systemActor } from './arrange.ts';
import { ask } from './front.ts';
import { makers as groups } from './valid-groups.ts';
import type { Make } from './valid-requests.ts';

const onJob: Make = async scene => {
  const { input } = await groups['change-group-members'](scene);
  const { body } = await ask(scene.front, 'change-group-members', input, scene.home.owner);
  return { input: { org: scene.home.org, job: body.id } };
};

/** A job that nobody works on, because nobody was told of it. */
const onWaiting: Make = async ({ front, home }) => {
  const { directory, ids, clock } = front.world;
  const start = { id: ids.make('job'), actor: systemActor, now: clock.now() };
  const whom = { users: [home.owner.id] };
  const { changes } = bulkJob(start, { organization: home.org, deed: { action: 'deactivate' } }, whom);
  await directory.commit({ changes, events: [] });
  return { input: { org: home.org, job: start.id } };
};

/** One that somebody has paused. */
const onPaused: Make = async scene => {
  const { input } = await onWaiting(scene);
  await ask(scene.front, 'pause-job', input, scene.home.owner);
  return { input };
};

/** A job that has failed for somebody. */
const onFailed: Make = async scene => {
  const { input } = await groups['change-group-members'](scene);
  const { org } = scene.home;
  // Nobody changes their own rights.
  const wish = { ...input, add: [scene.home.owner.id], remove: [] };
  const { body } = await ask(scene.front, 'change-group-members', wish, scene.home.owner);
  await scene.front.settle();
  return { input: { org, job: body.id } };
};

const bulk: Make = async ({ front, home, role }) => {
  const { id } = await arrangeUser(front, home, role);
  const deed = { action: 'deactivate' };
  return { input: { org: home.org, deed, selection: { users: [id] } } };
};

export const makers = {
  'list-jobs': async ({ home }) => ({ input: { org: home.org, limit: 50 } }),
  'get-job': onJob,
  'list-job-items': async scene => ({ input: { ...(await onJob(scene)).input, limit: 50 } }),
  'pause-job': onWaiting,
  'resume-job': onPaused,
  'cancel-job': onWaiting,
  'retry-job': onFailed,
  'preview-bulk': bulk,
  'start-bulk': bulk,
} satisfies Record<keyof (typeof areas)['jobs'], Make>;
