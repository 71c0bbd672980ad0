/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import type { Make } from './valid-requests.ts';

// STUB
const later: Make = async () => {
  throw new Error('not there yet');
};

export const makers = {
  'list-applications': later,
  'get-catalogue': later,
  'put-catalogue': later,
  'get-user-permissions': later,
  'authorize-user': later,
  'hand-over-ownership': later,
} satisfies Record<keyof (typeof areas)['access'], Make>;
