/** The members of a group. */
import { useOutletContext } from 'react-router';
import { call } from '../../api/api.ts';
import { Members } from '../../ui/people/members.tsx';
import type { Team } from '../../ui/people/team.ts';
import type { OfGroup } from './group-page.tsx';

export function GroupMembers() {
  return <Members team={teamOf(useOutletContext<OfGroup>())} />;
}

function teamOf({ org, group: { id: group, name }, actor }: OfGroup): Team {
  return {
    ...{ org, name, actor, id: group, kind: 'group' },
    list: (cursor, signal) => call('list-group-members', { org, group, cursor }, { signal }),
    add: user => call('add-group-member', { org, group, user }),
    remove: user => call('remove-group-member', { org, group, user }),
    change: (change, idempotencyKey) =>
      call('change-group-members', { org, group, ...change }, { idempotencyKey }),
  };
}
