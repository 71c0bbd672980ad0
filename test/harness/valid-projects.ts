/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { arrangeUser } from './arrange.ts';
import { arrangeProject, freshTitle } from './arrange-groups.ts';
import { ask } from './front.ts';
import type { Make } from './valid-requests.ts';

const onProject: Make = async ({ front, home }) => {
  const { id } = await arrangeProject(front, home);
  return { input: { org: home.org, project: id } };
};

/** Under the version that was read. */
const onVersion: Make = async scene => {
  const { input } = await onProject(scene);
  const { headers } = await ask(scene.front, 'get-project', input, scene.home.owner);
  return { input, headers: { 'if-match': headers.etag ?? '' } };
};

const onMember: Make = async scene => {
  const { input } = await onProject(scene);
  const { id: user } = await arrangeUser(scene.front, scene.home);
  return { input: { ...input, user } };
};

const everyField = () => ({ name: freshTitle('Launch'), description: 'Until spring.' });

export const makers = {
  'list-projects': async ({ home }) => ({ input: { org: home.org, limit: 50 } }),
  'create-project': async ({ home }) => ({ input: { org: home.org, ...everyField() } }),
  'get-project': onProject,
  'edit-project': async scene => {
    const { input, headers } = await onVersion(scene);
    return { input: { ...input, ...everyField() }, headers };
  },
  'delete-project': onVersion,
  'list-project-members': async scene => ({ input: { ...(await onProject(scene)).input, limit: 50 } }),
  'add-project-member': onMember,
  'remove-project-member': async scene => {
    const { input } = await onMember(scene);
    await ask(scene.front, 'add-project-member', input, scene.home.owner);
    return { input };
  },
} satisfies Record<keyof (typeof areas)['projects'], Make>;
