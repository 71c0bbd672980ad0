/** The way out: a page of its own, so that nothing behind the sign-in goes on asking while the session ends. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { call } from '../../api/api.ts';
import { tellOtherTabs } from '../../api/other-tabs.ts';
import { problemOf } from '../../api/problem.ts';
import { endSession } from '../../api/query-client.ts';
import { t } from '../../texts/texts.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

export function SignOutPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call('sign-out', {}),
    onSuccess: () => {
      endSession(client);
      tellOtherTabs();
      navigate('/sign-in', { replace: true, state: { idle: Boolean(state?.idle) } });
    },
  });
  // Only the console's own menu signs out without asking; a link from elsewhere shows the button.
  const wanted = Boolean(state?.wanted);
  useEffect(() => {
    if (wanted) mutate();
  }, [wanted, mutate]);
  return (
    <CenteredPage title={t.signOut.title} lead={t.signOut.lead}>
      <div className={fields.fields}>
        {error && <ProblemNotice problem={problemOf(error)} />}
        <Button fullWidth loading={isPending} onClick={() => mutate()}>
          {t.shell.signOut}
        </Button>
      </div>
    </CenteredPage>
  );
}
