/**
 * The treaty: the only list of routes. The kernel, the use cases' types, the Lambdas and their rights, the
 * console's client and the OpenAPI document are all readings of this table.
 */
import type * as z from 'zod/mini';
import type { Route } from './route.ts';
import { accessRoutes } from './routes/access.ts';
import { authRoutes } from './routes/auth.ts';
import { clientsRoutes } from './routes/clients.ts';
import { contentRoutes } from './routes/content.ts';
import { credentialsRoutes } from './routes/credentials.ts';
import { customRolesRoutes } from './routes/custom-roles.ts';
import { exportsRoutes } from './routes/exports.ts';
import { factorsRoutes } from './routes/factors.ts';
import { groupsRoutes } from './routes/groups.ts';
import { importsRoutes } from './routes/imports.ts';
import { invitationsRoutes } from './routes/invitations.ts';
import { jobsRoutes } from './routes/jobs.ts';
import { lifeRoutes } from './routes/life.ts';
import { lookedAfterRoutes } from './routes/looked-after.ts';
import { meRoutes } from './routes/me.ts';
import { organizationsRoutes } from './routes/organizations.ts';
import { projectsRoutes } from './routes/projects.ts';
import { publicRoutes } from './routes/public.ts';
import { userInvitationsRoutes } from './routes/user-invitations.ts';
import { usersRoutes } from './routes/users.ts';
import { viewsRoutes } from './routes/views.ts';

/** The table in parts, each a file of `routes/` and a folder of `functions/http/`. */
export const areas = {
  public: publicRoutes,
  auth: authRoutes,
  invitations: invitationsRoutes,
  me: meRoutes,
  views: viewsRoutes,
  factors: factorsRoutes,
  organizations: organizationsRoutes,
  users: usersRoutes,
  'user-invitations': userInvitationsRoutes,
  life: lifeRoutes,
  credentials: credentialsRoutes,
  clients: clientsRoutes,
  access: accessRoutes,
  'custom-roles': customRolesRoutes,
  groups: groupsRoutes,
  content: contentRoutes,
  projects: projectsRoutes,
  jobs: jobsRoutes,
  exports: exportsRoutes,
  imports: importsRoutes,
  'looked-after': lookedAfterRoutes,
} as const satisfies Record<string, Record<string, Route>>;

export const routes = {
  ...areas.public,
  ...areas.auth,
  ...areas.invitations,
  ...areas.me,
  ...areas.views,
  ...areas.factors,
  ...areas.organizations,
  ...areas.users,
  ...areas['user-invitations'],
  ...areas.life,
  ...areas.credentials,
  ...areas.clients,
  ...areas.access,
  ...areas['custom-roles'],
  ...areas.groups,
  ...areas.content,
  ...areas.projects,
  ...areas.jobs,
  ...areas.exports,
  ...areas.imports,
  ...areas['looked-after'],
} as const satisfies Record<string, Route>;

export type RouteKey = keyof typeof routes;
export const routeKeys = Object.keys(routes) as RouteKey[]; // Object.keys forgets what it was given

/** The table's entry, with its optional facts readable. */
export function routeOf(key: RouteKey): Route {
  return routes[key];
}

type Entry<K extends RouteKey> = (typeof routes)[K];

export type InputOf<K extends RouteKey> = z.output<Entry<K>['input']>;
/** What a caller sends: before defaults and normalisation. */
export type SentTo<K extends RouteKey> = z.input<Entry<K>['input']>;
export type OutputOf<K extends RouteKey> = z.output<Entry<K>['output']>;
export type FailureOf<K extends RouteKey> = Entry<K>['failures'][number];
export type NeedOf<K extends RouteKey> = Entry<K>['needs'][number];
