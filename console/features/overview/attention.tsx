/** What an administrator has to do something about, each with the list of those concerned. */
import { IconCircleCheck, IconHourglass, IconMailX, IconUserQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { CountUpTo, OverviewView } from '../../../shared/contract/overview.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { formatNumber } from '../../ui/format.ts';
import { usersAttended } from './links.ts';
import classes from './overview.module.css';
import { Part } from './part.tsx';

/** The most pressing first. */
const reasons = [
  { of: 'bounced', Icon: IconMailX },
  { of: 'awaitingApproval', Icon: IconHourglass },
  { of: 'neverSignedIn', Icon: IconUserQuestion },
] as const;

export function Attention({ users, view: { attention } }: { users: string; view: OverviewView }) {
  const words = overviewTexts.attention;
  const there = reasons.filter(({ of }) => attention[of].count > 0);
  return (
    <Part title={words.title}>
      {there.length > 0 ? (
        <ul className={classes.reasons}>
          {there.map(({ of, Icon }) => (
            <li key={of}>
              <Icon size={18} stroke={1.75} aria-hidden="true" />
              <div>
                <Link to={users + usersAttended[of]}>{words[of].title(countWords(attention[of]))}</Link>
                <p>{words[of].lead}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.nothing}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden="true" />
          {words.nothing}
        </p>
      )}
    </Part>
  );
}

function countWords({ count, isMore }: CountUpTo): string {
  return isMore ? overviewTexts.attention.more(formatNumber(count)) : formatNumber(count);
}
