/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import type { Make } from './valid-requests.ts';

// STUB
const later: Make = async () => {
  throw new Error('not there yet');
};

export const makers = {
  'list-custom-roles': later,
  'create-custom-role': later,
  'get-custom-role': later,
  'edit-custom-role': later,
  'delete-custom-role': later,
  'list-role-holders': later,
} satisfies Record<keyof (typeof areas)['custom-roles'], Make>;
