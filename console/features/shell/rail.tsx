/** The rail: which organization, which page, and who is looking. */
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { useActor } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { Wordmark } from '../../ui/brand.tsx';
import { entriesFor } from './entries.ts';
import { OrganizationSwitcher } from './organization-switcher.tsx';
import { OwnMenu } from './own-menu.tsx';
import classes from './rail.module.css';

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
