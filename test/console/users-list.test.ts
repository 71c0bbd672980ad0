import { describe, expect, test } from 'vitest';
import { momentsOf } from '../../console/features/users/find/active-span.ts';
import {
  filterOf,
  type ListState,
  onTab,
  queryOf,
  readList,
  searchOf,
  writeList,
} from '../../console/features/users/list-state.ts';
import { SavedView } from '../../shared/contract/views.ts';

const group = `grp_${'0'.repeat(26)}` as const;
const usual: ListState = {
  ...{ tab: 'active', inactive: false, q: '', filters: {}, sort: 'name', descending: false },
  ...{ columns: undefined, cursor: undefined },
};
const read = (search: string) => readList(new URLSearchParams(search));

describe('the list in the address', () => {
  test('says nothing when all is as usual', () => expect(writeList(usual)).toBe(''));

  test.for<[string, Partial<ListState>]>([
    ['a page', { tab: 'pending', descending: true, cursor: 'a+b/c=' }],
    ['who is inactive', { inactive: true }],
    ['the inactive alone', { inactive: 'only' }],
    ['words', { q: 'Zoë & co=?' }],
    [
      'several values of several filters',
      { filters: { role: ['admin', 'manager'], group: [group], mfa: ['none'] } },
    ],
    ['what became of the mail', { tab: 'pending', filters: { delivery: ['bounced', 'complained'] } }],
    ['what an invitation is good for', { tab: 'pending', filters: { invitation: ['none'] } }],
    ['a span that moves along', { filters: { active: ['over-90-days'] } }],
    ['days', { filters: { active: ['2026-10-01..2026-10-31'], approved: ['false'] } }],
    ['an order', { sort: 'lastActiveAt', descending: true }],
    ['columns', { columns: ['email', 'role', 'type'] }],
    ['no columns', { columns: [] }],
  ])('is read as it was written: %s', ([_, different]) => {
    const list = { ...usual, ...different };
    expect(read(writeList(list))).toEqual(list);
  });

  test.for([
    'tab=secret&sort=shoe&inactives',
    'role=king&type=&group=grp_1&project=x&customRole=%00&mfa=maybe&approved=perhaps',
    'delivery=bounced&invitation=none',
    'active=yesterday&columns=shoe,hat',
    'active=2026-02-31..&active=2026-10-31..2026-10-01&active=..&active=a..b&active=2026-01-01',
    'sort=--name&q=%20%0A%20&cursor=',
    '%E0%A4%A=1&&&=',
  ])('passes over what makes no sense: %s', search => expect(read(search)).toEqual(usual));

  test('of what may have one value it takes the first that makes sense', () =>
    expect(read('approved=maybe&approved=false&approved=true').filters).toEqual({ approved: ['false'] }));

  test('takes no more than the server does', () => {
    const groups = Array.from({ length: 30 }, (_, at) => `group=grp_${String(at).padStart(26, '0')}`);
    expect(read(groups.join('&')).filters.group).toHaveLength(20);
    expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(100);
    expect(read('q=a%E2%80%AEb%0Ac').q).toBe('a b c');
  });

  test('is kept by a view without its page', () => {
    const list: ListState = { ...usual, q: 'Zoë & (co)', filters: { active: ['2026-10-01..'] }, cursor: 'x' };
    const view = SavedView.parse({ name: 'Zoë', search: searchOf(list) });
    expect(read(view.search)).toEqual({ ...list, cursor: undefined });
  });

  test('on another tab, words and filters stay as far as they make sense there', () => {
    const pending: ListState = {
      ...{ ...usual, tab: 'pending', q: 'a', cursor: 'x', columns: ['role'] },
      filters: { delivery: ['bounced'], role: ['user'] },
    };
    expect(onTab(pending, 'archived')).toEqual({
      ...usual,
      tab: 'archived',
      q: 'a',
      filters: { role: ['user'] },
    });
  });
});

describe('what the server is asked for', () => {
  test('who is looked for, in what order', () => {
    const list: ListState = {
      ...{ ...usual, q: 'zoe', inactive: true, sort: 'email', descending: true, cursor: 'x' },
      filters: { role: ['admin'], approved: ['false'], group: [group] },
    };
    const filter = {
      status: ['active', 'inactive'],
      q: 'zoe',
      role: ['admin'],
      approved: 'false',
      group: [group],
    };
    expect(filterOf(list)).toEqual(filter);
    expect(queryOf(list, 25)).toEqual({ ...filter, sort: '-email', limit: 25, cursor: 'x' });
  });

  const now = new Date(2026, 10, 22, 14, 30);
  const day = (month: number, date: number) => new Date(2026, month - 1, date).toISOString();
  test.for([
    ['today', { activeFrom: day(11, 22) }],
    ['7-days', { activeFrom: day(11, 16) }],
    ['30-days', { activeFrom: day(10, 24) }],
    ['over-90-days', { activeBefore: day(8, 24) }],
    ['2026-10-01..2026-10-31', { activeFrom: day(10, 1), activeBefore: day(11, 1) }],
    ['2026-10-01..', { activeFrom: day(10, 1) }],
    ['..2026-10-31', { activeBefore: day(11, 1) }],
  ] as const)('last active %s, in the reader’s days', ([span, expected]) =>
    expect(momentsOf(span, now)).toEqual(expected),
  );
});
