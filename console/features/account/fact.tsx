/** One thing that an account has: what it is, how it stands, and what can be done with it. */
import type { ReactNode } from 'react';
import classes from './fact.module.css';

type FactProps = {
  icon?: ReactNode;
  name: ReactNode;
  more?: ReactNode;
  actions?: ReactNode;
  /** Something that is not settled yet. */
  tone?: 'waiting';
};

export function Fact({ icon, name, more, actions, tone }: FactProps) {
  return (
    <div className={classes.fact} data-tone={tone}>
      {icon && (
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <div className={classes.words}>
        <div className={classes.name}>{name}</div>
        {more && <div className={classes.more}>{more}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
