/** Members as they were written a moment ago: a list that lags is put right, on the page where they belong. */
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { asWritten, noteMembers } from '../../console/ui/people/written-members.ts';
import type { MemberView } from '../../shared/contract/groups.ts';
import type { PersonId } from '../../shared/contract/ids.ts';

const place = { org: 'org_1', id: 'grp_1' };
const member = (displayName: string): MemberView => ({
  id: `usr_${displayName}` as PersonId,
  displayName,
  email: 'someone@example.com',
  role: 'user',
  status: 'active',
});
const pageOf = (names: string[], nextCursor?: string) => ({ items: names.map(member), nextCursor });

/** What is shown of a page that was read, after some came and some went. */
function shown(
  written: { came?: string[]; went?: string[] },
  names: string[],
  cursor?: string,
  next?: string,
) {
  const client = new QueryClient();
  noteMembers(client, place, (written.came ?? []).map(member), true);
  noteMembers(client, place, (written.went ?? []).map(member), false);
  return asWritten(client, place, cursor, pageOf(names, next)).items.map(({ displayName }) => displayName);
}

test('who came stands where the list would have them, once; who went is gone', () => {
  expect(shown({ came: ['Bea'] }, ['Ada', 'Cem'])).toEqual(['Ada', 'Bea', 'Cem']);
  expect(shown({ came: ['Émile', 'Bea'] }, ['Dan', 'Fay'])).toEqual(['Bea', 'Dan', 'Émile', 'Fay']);
  expect(shown({ came: ['Bea'] }, ['Ada', 'Bea'])).toEqual(['Ada', 'Bea']);
  expect(shown({ went: ['Ada', 'Zoe'] }, ['Ada', 'Cem'])).toEqual(['Cem']);
  expect(shown({ came: ['Bea'], went: ['Bea'] }, ['Ada', 'Bea'])).toEqual(['Ada']);
});

test('who belongs on another page is not shown on this one', () => {
  expect(shown({ came: ['Zoe'] }, ['Ada', 'Cem'], undefined, 'next')).toEqual(['Ada', 'Cem']);
  expect(shown({ came: ['Zoe'] }, ['Ada', 'Cem'])).toEqual(['Ada', 'Cem', 'Zoe']);
  expect(shown({ came: ['Ada'] }, ['Bea', 'Cem'], 'cursor')).toEqual(['Bea', 'Cem']);
  expect(shown({ came: ['Bob'] }, ['Bea', 'Cem'], 'cursor')).toEqual(['Bea', 'Bob', 'Cem']);
});

test('pages that are shown change at once, of that group alone', () => {
  const client = new QueryClient();
  client.setQueryData(['members', 'org_1', 'grp_1', undefined], pageOf(['Ada', 'Cem']));
  client.setQueryData(['members', 'org_1', 'grp_2', undefined], pageOf(['Ada', 'Cem']));
  noteMembers(client, place, [member('Ada')], false);
  const namesIn = (id: string) =>
    client
      .getQueryData<ReturnType<typeof pageOf>>(['members', 'org_1', id, undefined])
      ?.items.map(({ displayName }) => displayName);
  expect([namesIn('grp_1'), namesIn('grp_2')]).toEqual([['Cem'], ['Ada', 'Cem']]);
});
