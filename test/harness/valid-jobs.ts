/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { ask } from './front.ts';
import { makers as groups } from './valid-groups.ts';
import type { Make } from './valid-requests.ts';

const onJob: Make = async scene => {
  const { input } = await groups['change-group-members'](scene);
  const { body } = await ask(scene.front, 'change-group-members', input, scene.home.owner);
  return { input: { org: scene.home.org, job: body.id } };
};

export const makers = {
  'list-jobs': async ({ home }) => ({ input: { org: home.org, limit: 50 } }),
  'get-job': onJob,
  'list-job-items': async scene => ({ input: { ...(await onJob(scene)).input, limit: 50 } }),
} satisfies Record<keyof (typeof areas)['jobs'], Make>;
