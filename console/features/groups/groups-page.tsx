/** The groups of an organization, by name. */
import { IconUsersGroup } from '@tabler/icons-react';
import { groupsTexts } from '../../texts/groups.ts';
import { later } from '../../ui/later.ts';
import { TeamsPage } from '../../ui/people/teams-page.tsx';
import { groupColumns } from './group-columns.tsx';
import { groupQueries } from './group-queries.ts';

const CreateGroupDrawer = later(async () => (await import('./create-group-drawer.tsx')).CreateGroupDrawer);

export function GroupsPage() {
  return (
    <TeamsPage
      kind="groups"
      words={groupsTexts}
      icon={<IconUsersGroup stroke={1.75} />}
      columnsFor={groupColumns}
      queries={groupQueries}
      CreateDrawer={CreateGroupDrawer}
    />
  );
}
