/** The rail: which organization, which page, and who is looking. */
import { Link, useLocation } from 'react-router';
import { useActor } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { Wordmark } from '../../ui/brand.tsx';
import { type Entry, entriesFor } from './entries.ts';
import { OrganizationSwitcher } from './organization-switcher.tsx';
import { OwnMenu } from './own-menu.tsx';
import classes from './rail.module.css';
import { useShownOrganization } from './shown-organization.ts';

export function Rail({ org, onHelp }: { org: string; onHelp: () => void }) {
  const entries = useEntries(org);
  const { pathname } = useLocation();
  const isUnder = (page: string) => `${pathname}/`.startsWith(`/o/${org}/${page}/`);
  return (
    <div className={classes.rail}>
      <div className={classes.brand}>
        <Wordmark />
      </div>
      <OrganizationSwitcher org={org} />
      <nav className={classes.nav} aria-label={t.shell.pages}>
        {entries.map(({ to, also, label, Icon }) => (
          <Link
            key={to}
            to={`/o/${org}/${to}`}
            className={classes.entry}
            aria-current={isUnder(to) || (also && isUnder(also)) ? 'page' : undefined}
          >
            <Icon size={18} stroke={1.75} aria-hidden="true" />
            {label}
          </Link>
        ))}
      </nav>
      <OwnMenu onHelp={onHelp} />
    </div>
  );
}

function useEntries(org: string): Entry[] {
  const actor = useActor(org);
  const { isOwn, isSuspended, kind } = useShownOrganization(org);
  return actor && !(isOwn && isSuspended) ? entriesFor(actor, kind) : [];
}
