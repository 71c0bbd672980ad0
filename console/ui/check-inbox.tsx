/** After asking for a link to choose a new password: the same whether the address is known or not. */
import { IconMailCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { signInTexts } from '../texts/sign-in.ts';
import { CenteredPage } from './centered-page.tsx';
import { Emblem } from './emblem.tsx';

export function CheckInbox({ email, children }: { email: string; children: ReactNode }) {
  return (
    <CenteredPage
      title={signInTexts.forgot.sentTitle}
      lead={signInTexts.forgot.sent(email)}
      emblem={<Emblem icon={<IconMailCheck />} />}
      news
    >
      {children}
    </CenteredPage>
  );
}
