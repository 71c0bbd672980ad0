/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import type { Make } from './valid-requests.ts';

// STUB
const later: Make = async () => {
  throw new Error('not there yet');
};

export const makers = {
  'list-projects': later,
  'create-project': later,
  'get-project': later,
  'edit-project': later,
  'delete-project': later,
  'list-project-members': later,
  'add-project-member': later,
  'remove-project-member': later,
} satisfies Record<keyof (typeof areas)['projects'], Make>;
