/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { arrangeUser } from './arrange.ts';
import { arrangeGroup, arrangeRole, freshTitle, join } from './arrange-groups.ts';
import { ask } from './front.ts';
import type { Make, Scene } from './valid-requests.ts';

const list: Make = async ({ home }) => ({ input: { org: home.org, limit: 50 } });

export const onGroup: Make = async ({ front, home }) => {
  const { id } = await arrangeGroup(front, home);
  return { input: { org: home.org, group: id } };
};

export const paged: Make = async scene => ({ input: { ...(await onGroup(scene)).input, limit: 50 } });

/** Under the version that was read. */
const onVersion: Make = async scene => {
  const { input } = await onGroup(scene);
  const { headers } = await ask(scene.front, 'get-group', input, scene.home.owner);
  return { input, headers: { 'if-match': headers.etag ?? '' } };
};

async function everyField({ front, home }: Scene) {
  return {
    name: freshTitle('Sales'),
    description: 'Whoever sells.',
    externalId: freshTitle('external'),
    customRoles: [(await arrangeRole(front, home)).id],
  };
}

/** Somebody who is in the group, or is to be. */
const onMember =
  (isIn: boolean): Make =>
  async scene => {
    const { front, home, role } = scene;
    const { input } = await onGroup(scene);
    const { id: user } = await arrangeUser(front, home, role);
    if (isIn) await join(front, home, String(input.group), user);
    return { input: { ...input, user } };
  };

export const makers = {
  'list-groups': list,
  'create-group': async scene => ({ input: { org: scene.home.org, ...(await everyField(scene)) } }),
  'get-group': onGroup,
  'edit-group': async scene => {
    const { input, headers } = await onVersion(scene);
    return { input: { ...input, ...(await everyField(scene)) }, headers };
  },
  'delete-group': onVersion,
  'list-group-members': paged,
  'change-group-members': async scene => {
    const { front, home } = scene;
    const { input } = await onGroup(scene);
    const [add, remove] = [await arrangeUser(front, home), await arrangeUser(front, home)];
    await join(front, home, String(input.group), remove.id);
    return { input: { ...input, add: [add.id], remove: [remove.id] } };
  },
  'add-group-member': onMember(false),
  'remove-group-member': onMember(true),
} satisfies Record<keyof (typeof areas)['groups'], Make>;
