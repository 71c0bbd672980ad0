/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import type { Make } from './valid-requests.ts';

// STUB
const later: Make = async () => {
  throw new Error('not there yet');
};

export const makers = {
  'list-groups': later,
  'create-group': later,
  'get-group': later,
  'edit-group': later,
  'delete-group': later,
  'list-group-members': later,
  'change-group-members': later,
  'add-group-member': later,
  'remove-group-member': later,
  'list-group-content': later,
  'grant-content': later,
  'remove-content': later,
} satisfies Record<keyof (typeof areas)['groups'], Make>;
