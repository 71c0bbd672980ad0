/** Who was there last. */
import { Link } from 'react-router';
import type { OverviewView } from '../../../shared/contract/overview.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { Avatar } from '../../ui/person.tsx';
import { Ago } from '../../ui/time.tsx';
import classes from './overview.module.css';
import { Part } from './part.tsx';

export function LastActive({ users, view: { lastActive } }: { users: string; view: OverviewView }) {
  return (
    <Part title={overviewTexts.lastActive.title}>
      <ul className={classes.people}>
        {lastActive.map(({ id, displayName, pictureUrl, lastActiveAt }) => (
          <li key={id}>
            <Avatar id={id} name={displayName} picture={pictureUrl} size="small" />
            <Link to={`${users}/${id}`}>
              <bdi>{displayName}</bdi>
            </Link>
            <Ago time={lastActiveAt} />
          </li>
        ))}
      </ul>
      <div className={classes.lists}>
        <Link to={`${users}?sort=-lastActiveAt`}>{overviewTexts.lastActive.all}</Link>
      </div>
    </Part>
  );
}
