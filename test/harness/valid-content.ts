/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { freshTitle } from './arrange-groups.ts';
import { ask } from './front.ts';
import { onGroup, paged } from './valid-groups.ts';
import type { Make } from './valid-requests.ts';

const onContent: Make = async scene => {
  const { input } = await onGroup(scene);
  return { input: { ...input, type: 'folder', id: freshTitle('reports').replaceAll(' ', '-') } };
};

export const makers = {
  'list-group-content': paged,
  'grant-content': async scene => {
    const { input } = await onContent(scene);
    return { input: { ...input, name: 'Reports' } };
  },
  'remove-content': async scene => {
    const { input } = await onContent(scene);
    await ask(scene.front, 'grant-content', { ...input, name: 'Reports' }, scene.home.owner);
    return { input };
  },
} satisfies Record<keyof (typeof areas)['content'], Make>;
