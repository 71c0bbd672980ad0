/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { ask } from './front.ts';
import type { Make } from './valid-requests.ts';

const everybody = { format: 'csv', filter: {} } as const;

export const makers = {
  'list-exports': async ({ home }) => ({ input: { org: home.org, limit: 50 } }),
  'start-export': async ({ home }) => ({ input: { org: home.org, ...everybody } }),
  'get-export': async ({ front, home }) => {
    const { body } = await ask(front, 'start-export', { org: home.org, ...everybody }, home.owner);
    return { input: { org: home.org, export: body.id } };
  },
} satisfies Record<keyof (typeof areas)['exports'], Make>;
