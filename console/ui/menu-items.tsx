/** What stands in a menu. */
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import classes from './menu.module.css';

type ItemProps = { icon?: ReactNode; children: ReactNode };

export function MenuItem({
  icon,
  children,
  danger,
  onClick,
}: ItemProps & { danger?: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={classes.item}
      data-closes
      data-danger={danger || undefined}
      onClick={onClick}
    >
      <Icon>{icon}</Icon>
      {children}
    </button>
  );
}

type LinkProps = ItemProps & { to: To; state?: unknown; current?: boolean };

export function MenuLink({ icon, children, to, state, current }: LinkProps) {
  return (
    <Link
      to={to}
      state={state}
      role="menuitem"
      tabIndex={-1}
      className={classes.item}
      data-closes
      aria-current={current ? 'true' : undefined}
    >
      <Icon>{icon}</Icon>
      <span className={classes.words}>{children}</span>
      {current && <IconCheck size={16} aria-hidden="true" />}
    </Link>
  );
}

/** One of several choices; choosing leaves the menu open. */
export function MenuChoice({
  children,
  chosen,
  onChoose,
}: {
  children: ReactNode;
  chosen: boolean;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={chosen}
      tabIndex={-1}
      className={classes.item}
      onClick={onChoose}
    >
      <span className={classes.words}>{children}</span>
      {chosen && <IconCheck size={16} aria-hidden="true" />}
    </button>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is no part of a menu
    <div role="group" aria-label={label} className={classes.group}>
      <div className={classes.label} aria-hidden="true">
        {label}
      </div>
      {children}
    </div>
  );
}

export function MenuDivider() {
  return <hr className={classes.divider} />;
}

function Icon({ children }: { children: ReactNode }) {
  return children ? (
    <span className={classes.icon} aria-hidden="true">
      {children}
    </span>
  ) : null;
}
