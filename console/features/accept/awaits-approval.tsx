/** After accepting, where a partner approves each new user: done, and a word of what comes next. */
import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { queries } from '../../api/queries.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { Emblem } from '../../ui/emblem.tsx';

export function AwaitsApproval({ greeting: { organization } }: { greeting: InvitationGreeting }) {
  const elsewhere = useQueryClient().getQueryData(queries.me().queryKey)?.organizations ?? [];
  return (
    <CenteredPage
      title={signInTexts.accept.awaits.title(organization.name)}
      lead={signInTexts.accept.awaits.lead(organization.name)}
      emblem={<Emblem icon={<IconUserCheck />} />}
      news
    >
      {elsewhere.length > 0 && (
        <Button component={Link} to="/" variant="default" fullWidth>
          {signInTexts.accept.awaits.goOn}
        </Button>
      )}
    </CenteredPage>
  );
}
