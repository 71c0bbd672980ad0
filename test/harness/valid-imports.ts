/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { storeChecked } from './arrange-imports.ts';
import { ask } from './front.ts';
import type { Make } from './valid-requests.ts';

/** An import that waits for its file. */
const onImport: Make = async ({ front, home }) => {
  const { body } = await ask(front, 'start-import', { org: home.org, fileName: 'users.csv' }, home.owner);
  return { input: { org: home.org, import: body.import.id } };
};

/** One that was checked, as far as it says itself. */
const onChecked: Make = async ({ front, home }) => {
  const { id } = await storeChecked(front, home, [{ create: 1, update: 0, unchanged: 0, error: 0 }]);
  return { input: { org: home.org, import: id } };
};

export const makers = {
  'list-imports': async ({ home }) => ({ input: { org: home.org, limit: 50 } }),
  'start-import': async ({ home }) => ({ input: { org: home.org, fileName: 'users.csv' } }),
  'get-import': onImport,
  'check-import': async scene => {
    const { input } = await onImport(scene);
    return { input: { ...input, sendInvitations: true } };
  },
  'list-import-rows': async scene => ({ input: { ...(await onImport(scene)).input, limit: 50 } }),
  'commit-import': onChecked,
  'cancel-import': onImport,
} satisfies Record<keyof (typeof areas)['imports'], Make>;
