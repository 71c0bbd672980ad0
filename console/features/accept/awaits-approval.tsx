/** After accepting, where a partner approves each new user: done, and a word of what comes next. */
import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { Emblem } from '../../ui/emblem.tsx';

export function AwaitsApproval({ greeting: { organization } }: { greeting: InvitationGreeting }) {
  const elsewhere = useQueryClient().getQueryData(queries.me().queryKey)?.organizations ?? [];
  return (
    <CenteredPage
      title={t.accept.awaits.title(organization.name)}
      lead={t.accept.awaits.lead(organization.name)}
      emblem={<Emblem icon={<IconUserCheck />} />}
      news
    >
      {elsewhere.length > 0 && (
        <Button component={Link} to="/" variant="default" fullWidth>
          {t.accept.awaits.goOn}
        </Button>
      )}
    </CenteredPage>
  );
}
