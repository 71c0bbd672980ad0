/** What an organization's users are asked for, at every size. */
import type { Crowd } from '../../infra/local/seed/sizes/crowd.ts';
import type { UserSort } from '../../shared/contract/find-users.ts';
import { GroupId } from '../../shared/contract/ids.ts';
import { wordsIn } from '../../shared/contract/user-words.ts';
import type { UserStatus } from '../../shared/contract/users.ts';
import type { UserFilter } from '../../shared/domain/find.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import type { UserQuery } from '../../shared/ports/directory.ts';

export type Question = {
  what: string;
  /** What must cost the same at every size, and what is only told, because no index serves it. */
  kind: 'page' | 'search' | 'filter' | 'walk' | 'told';
  query: UserQuery;
  /** More pages than the first, one after the other. */
  pages?: number;
};

export const pageSize = 50;
const day = 24 * 60;
const everybody: UserStatus[] = ['invited', 'active', 'inactive', 'archived'];

type Wish = Partial<UserFilter> & { q?: string; sort?: UserSort | `-${UserSort}`; after?: string };

function asked({ q, sort = 'name', after, ...filter }: Wish): UserQuery {
  const descending = sort.startsWith('-');
  return {
    filter: { statuses: ['active'], ...(q && { words: wordsIn(q) }), ...filter },
    sort: (descending ? sort.slice(1) : sort) as UserSort, // by its type
    descending,
    limit: pageSize,
    after,
  };
}

const of =
  (kind: Question['kind']) =>
  (what: string, wish: Wish, more: Pick<Question, 'pages'> = {}): Question => ({
    ...{ what, kind, query: asked(wish) },
    ...more,
  });
const [page, search, filter, walk, told] = [
  of('page'),
  of('search'),
  of('filter'),
  of('walk'),
  of('told'),
] as const;

export function questionsTo(crowd: Crowd): Question[] {
  const { groups, projects, customRoles, now, board } = crowd;
  const ago = (days: number) => plusMinutes(now, -days * day);
  const [large, medium] = [groups.slice(0, 1), groups.slice(1, 2)];
  return [
    ...[
      page('by name', {}),
      page('by name, far down', { after: 'm' }),
      page('by name, all statuses', { statuses: everybody }),
    ],
    ...[
      page('by address', { sort: 'email' }),
      page('by username, far down', { sort: 'username', after: 'm' }),
    ],
    ...[
      page('the latest active first', { sort: '-lastActiveAt' }),
      page('the newest first', { sort: '-createdAt' }),
    ],
    walk('a page of ten, by name', {}, { pages: 10 }),
    walk('a page of five, of a large group', { groups: large }, { pages: 5 }),
    ...[filter('role: manager', { roles: ['manager'] }), filter('role: user', { roles: ['user'] })],
    ...[filter('type: own', { types: ['own'] }), filter('type: guest', { types: ['guest'] })],
    ...[
      filter('second factor: set up', { mfa: ['enrolled'] }),
      filter('second factor: none', { mfa: ['none'] }),
    ],
    ...[
      filter('a large group', { groups: large }),
      filter('one of several groups', { groups: groups.slice(0, 4) }),
    ],
    ...[
      filter('a project', { projects: projects.slice(0, 1) }),
      filter('a custom role', { customRoles: customRoles.slice(0, 1) }),
    ],
    ...[filter('mail: delivered', { delivery: ['delivered'] }), filter('approved', { approved: true })],
    filter('active in the last 30 days', { activeFrom: ago(30) }),
    filter('active in the last 30 days, the latest first', { activeFrom: ago(30), sort: '-lastActiveAt' }),
    filter('not seen for 180 days', { activeBefore: ago(180) }),
    filter('a group of 60 in any organization', { groups: [board], statuses: everybody }),
    filter('the same, by address', { groups: [board], statuses: everybody, sort: 'email' }),
    filter('the same, the latest active first', {
      groups: [board],
      statuses: everybody,
      sort: '-lastActiveAt',
    }),
    ...[search('“s”', { q: 's' }), search('“ma”', { q: 'ma' }), search('“meridian”', { q: 'meridian' })],
    search('“s meridian”', { q: 's meridian' }),
    search('“s”, role: user', { q: 's', roles: ['user'] }),
    search('“s”, second factor: set up', { q: 's', mfa: ['enrolled'] }),
    search('“a”, in a large group', { q: 'a', groups: large }),
    search('“meridian”, role: manager', { q: 'meridian', roles: ['manager'] }),
    filter('nobody fits: not approved', { approved: false }),
    filter('nobody fits: another organization’s group', { groups: [GroupId.parse(`grp_${'0'.repeat(26)}`)] }),
    search('nobody fits: “xyzzy”', { q: 'xyzzy' }),
    search('“maria”', { q: 'maria' }),
    told('“mariana”, which begins as many others do', { q: 'mariana' }),
    search('“smith”', { q: 'smith' }),
    search('“maria garcia”', { q: 'maria garcia' }),
    told('“meridian”, by address', { q: 'meridian', sort: 'email' }),
    told('role: manager, by address', { roles: ['manager'], sort: 'email' }),
    told('a large group, by address', { groups: large, sort: 'email' }),
    told('a large group, the latest active first', { groups: large, sort: '-lastActiveAt' }),
    told('a group and a project, by address', {
      groups: medium,
      projects: projects.slice(0, 1),
      sort: 'email',
    }),
    told('nobody fits: not seen for 20 years', { activeBefore: ago(20 * 365) }),
  ];
}
