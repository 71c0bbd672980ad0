/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import type { Make } from './valid-requests.ts';

// STUB
const later: Make = async () => {
  throw new Error('not there yet');
};

export const makers = {
  'list-organizations': later,
  'create-organization': later,
  'list-all-users': later,
  'suspend-organization': later,
  'resume-organization': later,
} satisfies Record<keyof (typeof areas)['looked-after'], Make>;
