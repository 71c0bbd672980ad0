/** What is granted to groups, of the SaaS's own. */
import { ContentPage, ContentView, ListContent, OneContent, PutContent } from '../groups.ts';
import { none, type Route, reads, writes } from '../route.ts';

export const contentRoutes = {
  'list-group-content': {
    method: 'GET',
    path: '/v1/organizations/{org}/groups/{group}/content',
    summary: 'The content that is granted to a group, a page at a time',
    access: { permission: 'groups.read' },
    needs: reads,
    input: ListContent,
    output: ContentPage,
    status: 200,
    failures: [],
  },
  'grant-content': {
    method: 'PUT',
    path: '/v1/organizations/{org}/groups/{group}/content/{type}/{id}',
    summary: 'Grant content to a group; its name is that of the latest grant',
    access: { permission: 'groups.manage' },
    needs: writes,
    input: PutContent,
    output: ContentView,
    status: 200,
    failures: ['beyond-own-access', 'limit-reached', 'changed-meanwhile'],
  },
  'remove-content': {
    method: 'DELETE',
    path: '/v1/organizations/{org}/groups/{group}/content/{type}/{id}',
    summary: 'Take content from a group; once more changes nothing',
    access: { permission: 'groups.manage' },
    needs: writes,
    input: OneContent,
    output: none,
    status: 204,
    failures: ['changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
