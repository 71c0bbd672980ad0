/** Every page and its address. Each loads when it is first visited. */
import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteError } from './features/shell/route-error.tsx';

const page = (load: () => Promise<ComponentType>) => ({ lazy: async () => ({ Component: await load() }) });

const beforeSignIn: RouteObject[] = [
  { path: '/sign-in', ...page(async () => (await import('./features/sign-in/sign-in-page.tsx')).SignInPage) },
  {
    path: '/sign-out',
    ...page(async () => (await import('./features/sign-in/sign-out-page.tsx')).SignOutPage),
  },
  {
    path: '/forgot-password',
    ...page(async () => (await import('./features/password/forgot-page.tsx')).ForgotPage),
  },
  { path: '/reset', ...page(async () => (await import('./features/password/reset-page.tsx')).ResetPage) },
  {
    path: '/confirm-email',
    ...page(async () => (await import('./features/confirm-email/confirm-email-page.tsx')).ConfirmEmailPage),
  },
  { path: '/accept', ...page(async () => (await import('./features/accept/accept-page.tsx')).AcceptPage) },
];

const forAnybody: RouteObject[] = [
  {
    path: '/problems',
    ...page(async () => (await import('./features/problems/problems-page.tsx')).ProblemsPage),
  },
  {
    path: '/problems/:kind',
    ...page(async () => (await import('./features/problems/problem-page.tsx')).ProblemKindPage),
  },
  {
    path: '/reference',
    ...page(async () => (await import('./features/reference/reference-page.tsx')).ReferencePage),
  },
];

const groups: RouteObject[] = [
  { path: 'groups', ...page(async () => (await import('./features/groups/groups-page.tsx')).GroupsPage) },
  {
    path: 'groups/:group',
    ...page(async () => (await import('./features/groups/group-page.tsx')).GroupPage),
    children: [
      {
        index: true,
        ...page(async () => (await import('./features/groups/group-members.tsx')).GroupMembers),
      },
      {
        path: 'content',
        ...page(async () => (await import('./features/groups/group-content.tsx')).GroupContent),
      },
    ],
  },
];

const projects: RouteObject[] = [
  {
    path: 'projects',
    ...page(async () => (await import('./features/projects/projects-page.tsx')).ProjectsPage),
  },
  {
    path: 'projects/:project',
    ...page(async () => (await import('./features/projects/project-page.tsx')).ProjectPage),
  },
];

const jobs: RouteObject[] = [
  { path: 'jobs', ...page(async () => (await import('./features/jobs/jobs-page.tsx')).JobsPage) },
  { path: 'jobs/:job', ...page(async () => (await import('./features/jobs/job-page.tsx')).JobPage) },
];

const imports: RouteObject[] = [
  {
    path: 'imports',
    ...page(async () => (await import('./features/imports/imports-page.tsx')).ImportsPage),
  },
  {
    path: 'imports/new',
    ...page(async () => (await import('./features/imports/new-import-page.tsx')).NewImportPage),
  },
  {
    path: 'imports/:import',
    ...page(async () => (await import('./features/imports/import-page.tsx')).ImportPage),
  },
];

const inOrganization: RouteObject[] = [
  { index: true, ...page(async () => (await import('./features/shell/home.tsx')).OrganizationHome) },
  {
    path: 'overview',
    ...page(async () => (await import('./features/overview/overview-page.tsx')).OverviewPage),
  },
  { path: 'users', ...page(async () => (await import('./features/users/users-page.tsx')).UsersPage) },
  { path: 'users/:user', ...page(async () => (await import('./features/users/user-page.tsx')).UserPage) },
  {
    path: 'organizations',
    ...page(async () => (await import('./features/organizations/organizations-page.tsx')).OrganizationsPage),
  },
  {
    path: 'all-users',
    ...page(async () => (await import('./features/all-users/all-users-page.tsx')).AllUsersPage),
  },
  ...groups,
  ...projects,
  ...jobs,
  ...imports,
  {
    path: 'approvals',
    ...page(async () => (await import('./features/approvals/approvals-page.tsx')).ApprovalsPage),
  },
  { path: 'roles', ...page(async () => (await import('./features/roles/roles-page.tsx')).RolesPage) },
  {
    path: 'catalogue',
    ...page(async () => (await import('./features/catalogue/catalogue-page.tsx')).CataloguePage),
  },
  {
    path: 'applications',
    ...page(async () => (await import('./features/api-clients/api-clients-page.tsx')).ApiClientsPage),
  },
  {
    path: 'settings',
    ...page(async () => (await import('./features/settings/settings-page.tsx')).SettingsPage),
  },
  { path: '*', ...page(async () => (await import('./ui/not-found.tsx')).NotFound) },
];

const inAccount: RouteObject[] = [
  { index: true, ...page(async () => (await import('./features/account/profile-page.tsx')).ProfilePage) },
  {
    path: 'security',
    ...page(async () => (await import('./features/account/security-page.tsx')).SecurityPage),
  },
  {
    path: 'sessions',
    ...page(async () => (await import('./features/account/sessions-page.tsx')).SessionsPage),
  },
];

const account: RouteObject = {
  path: '/account',
  ...page(async () => (await import('./features/account/account-page.tsx')).AccountPage),
  children: inAccount,
};

const signedIn: RouteObject = {
  ...page(async () => (await import('./features/shell/require-session.tsx')).RequireSession),
  children: [
    { path: '/', ...page(async () => (await import('./features/shell/home.tsx')).Home) },
    {
      path: '/second-factor',
      ...page(async () => (await import('./features/second-factor/second-factor-page.tsx')).SecondFactorPage),
    },
    { ...page(async () => (await import('./features/shell/shell.tsx')).Shell), children: [account] },
    {
      path: '/o/:org',
      ...page(async () => (await import('./features/shell/shell.tsx')).Shell),
      children: inOrganization,
    },
  ],
};

const elsewhere: RouteObject = {
  path: '*',
  ...page(async () => (await import('./features/not-found/not-found-page.tsx')).NotFoundPage),
};

/** Until the first page's file has come. */
const Nothing = () => null;

export function createRouter() {
  const children = [...beforeSignIn, ...forAnybody, signedIn, elsewhere];
  return createBrowserRouter([{ ErrorBoundary: RouteError, HydrateFallback: Nothing, children }]);
}
