/** Above a page: the way back to the list that it is from. */
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './back-link.module.css';

export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={classes.back}>
      <IconChevronLeft size={16} aria-hidden="true" />
      {children}
    </Link>
  );
}
