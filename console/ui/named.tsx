/** Something in a list: its name, leading to its page, over what it is. */
import { Link } from 'react-router';
import classes from './named.module.css';

export function Named({ to, name, description }: { to: string; name: string; description?: string }) {
  return (
    <span className={classes.named}>
      <Link className={classes.name} to={to}>
        <bdi>{name}</bdi>
      </Link>
      {description && <span className={classes.description}>{description}</span>}
    </span>
  );
}
