/** The rail: which organization, which page, and who is looking. */
import { IconApps, IconSettings, IconUserCheck, IconUserCircle, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import type { OrganizationView } from '../../../shared/contract/organizations.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { Wordmark } from '../../ui/brand.tsx';
import { OrganizationSwitcher } from './organization-switcher.tsx';
import { OwnMenu } from './own-menu.tsx';
import classes from './rail.module.css';

/** Only what the reader may see. */
function entriesFor(actor: Actor, kind: OrganizationView['kind'] | undefined): Entry[] {
  if (!may(actor, 'users.read'))
    return [{ to: `users/${actor.id}`, label: t.shell.ownDetails, Icon: IconUserCircle }];
  return [
    { to: 'users', label: t.users.title, Icon: IconUsers },
    ...(kind === 'partner' && may(actor, 'approvals.read')
      ? [{ to: 'approvals', label: t.approvals.title, Icon: IconUserCheck }]
      : []),
    ...(may(actor, 'api-clients.manage')
      ? [{ to: 'applications', label: t.apiClients.title, Icon: IconApps }]
      : []),
    ...(may(actor, 'settings.read') ? [{ to: 'settings', label: t.settings.title, Icon: IconSettings }] : []),
  ];
}

type Entry = { to: string; label: string; Icon: typeof IconUsers };

export function Rail({ org, onHelp }: { org: string; onHelp: () => void }) {
  const actor = useActor(org);
  const kind = useQuery(queries.organization(org)).data?.kind;
  return (
    <div className={classes.rail}>
      <div className={classes.brand}>
        <Wordmark />
      </div>
      <OrganizationSwitcher org={org} />
      <nav className={classes.nav} aria-label={t.shell.pages}>
        {actor &&
          entriesFor(actor, kind).map(({ to, label, Icon }) => (
            <NavLink key={to} to={`/o/${org}/${to}`} className={classes.entry}>
              <Icon size={18} stroke={1.75} aria-hidden="true" />
              {label}
            </NavLink>
          ))}
      </nav>
      <OwnMenu onHelp={onHelp} />
    </div>
  );
}
