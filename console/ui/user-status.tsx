/** Where a user stands, as a word and a colour. */

import type { UserView } from '../../shared/contract/users.ts';
import { t } from '../texts/texts.ts';
import { Status, type Tone } from './status.tsx';

const tones: Readonly<Record<UserView['status'], Tone>> = {
  invited: 'accent',
  active: 'good',
  inactive: 'faint',
  archived: 'faint',
};

export function UserStatus({ user: { status, approved } }: { user: Pick<UserView, 'status' | 'approved'> }) {
  // Only who would be in otherwise waits for it: others are inactive, archived or invited first of all.
  if (!approved && status === 'active') {
    return (
      <Status tone="waiting" why={t.unapprovedWhy}>
        {t.unapproved}
      </Status>
    );
  }
  return <Status tone={tones[status]}>{t.statuses[status]}</Status>;
}
