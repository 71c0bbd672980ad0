/** Links to the parts of one page, above it. */
import { NavLink } from 'react-router';
import classes from './tabs.module.css';

export type TabLink = { to: string; label: string };

export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(({ to, label: words }) => (
        <NavLink key={to} to={to} end className={classes.tab}>
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
