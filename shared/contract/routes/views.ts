/** The lists of users that somebody has saved for themselves. */
import { none, type Route, reads, writes } from '../route.ts';
import { DeleteView, ListViews, SaveView, ViewList } from '../views.ts';

export const viewsRoutes = {
  'list-views': {
    method: 'GET',
    path: '/v1/me/views',
    summary: 'The lists of users that you have saved, by name',
    access: { permission: 'users.read' },
    needs: reads,
    input: ListViews,
    output: ViewList,
    status: 200,
    failures: [],
  },
  'save-view': {
    method: 'PUT',
    path: '/v1/me/views',
    summary: 'Save a list of users under a name, or another list under the same one',
    access: { permission: 'users.read' },
    needs: writes,
    input: SaveView,
    output: ViewList,
    status: 200,
    failures: ['limit-reached', 'changed-meanwhile'],
  },
  'delete-view': {
    method: 'DELETE',
    path: '/v1/me/views',
    summary: 'Forget a saved list of users',
    access: { permission: 'users.read' },
    needs: writes,
    input: DeleteView,
    output: none,
    status: 204,
    failures: ['changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
