/** The pages of an organization that stand on the rail. */
import {
  IconApps,
  IconBriefcase,
  IconBuildingCommunity,
  IconChartBar,
  IconListCheck,
  IconSettings,
  IconShieldCheck,
  IconStack2,
  IconUserCheck,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import type { OrganizationView } from '../../../shared/contract/organizations.ts';
import { type Actor, may, staffIn } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';

export type Entry = {
  to: string;
  /** Another page that stands under it. */
  also?: string;
  label: string;
  Icon: typeof IconUsers;
};

/** Only what the reader may see. */
export function entriesFor(actor: Actor, kind: OrganizationView['kind'] | undefined): Entry[] {
  if (!may(actor, 'users.read'))
    return [{ to: `users/${actor.id}`, label: t.shell.ownDetails, Icon: IconUserCircle }];
  return [
    { to: 'overview', label: t.shell.overview, Icon: IconChartBar },
    { to: 'users', label: t.shell.users, Icon: IconUsers },
    ...(may(actor, 'access.read') ? [{ to: 'roles', label: t.shell.roles, Icon: IconShieldCheck }] : []),
    ...(may(actor, 'groups.read') ? [{ to: 'groups', label: t.shell.groups, Icon: IconUsersGroup }] : []),
    ...(may(actor, 'projects.read')
      ? [{ to: 'projects', label: t.shell.projects, Icon: IconBriefcase }]
      : []),
    ...work(actor),
    ...(kind === 'partner' && may(actor, 'approvals.read')
      ? [{ to: 'approvals', label: t.shell.approvals, Icon: IconUserCheck }]
      : []),
    ...lookedAfter(actor, kind),
    ...(may(actor, 'api-clients.manage')
      ? [{ to: 'applications', label: t.shell.applications, Icon: IconApps }]
      : []),
    ...(may(actor, 'settings.read') ? [{ to: 'settings', label: t.shell.settings, Icon: IconSettings }] : []),
  ];
}

/** What takes longer than a request. */
function work(actor: Actor): Entry[] {
  if (!may(actor, 'jobs.read')) return [];
  return may(actor, 'users.import')
    ? [{ to: 'jobs', also: 'imports', label: t.shell.importsAndJobs, Icon: IconListCheck }]
    : [{ to: 'jobs', label: t.shell.jobs, Icon: IconListCheck }];
}

/** Of those who look after other organizations. */
function lookedAfter(actor: Actor, kind: OrganizationView['kind'] | undefined): Entry[] {
  const staff = staffIn(actor, kind);
  if (!staff || !may(staff, 'organizations.read')) return [];
  return [
    { to: 'organizations', label: t.shell.lookedAfter, Icon: IconBuildingCommunity },
    { to: 'all-users', label: t.shell.allUsers, Icon: IconWorld },
    ...(may(staff, 'catalogue.edit')
      ? [{ to: 'catalogue', label: t.shell.catalogue, Icon: IconStack2 }]
      : []),
  ];
}
