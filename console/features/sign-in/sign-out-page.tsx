/** The way out: a page of its own, so that nothing behind the sign-in goes on asking while the session ends. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { call } from '../../api/api.ts';
import { tellOtherTabs } from '../../api/other-tabs.ts';
import { problemOf } from '../../api/problem.ts';
import { endSession } from '../../api/query-client.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { t } from '../../texts/texts.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import fields from '../../ui/fields.module.css';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

export function SignOutPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => call('sign-out', {}) });
  // Only the console's own menu signs out without asking; a link from elsewhere shows the button.
  const wanted = Boolean(state?.wanted);
  const idle = Boolean(state?.idle);
  // Heard by the page that asked, as long as it is shown: drawn twice on the way here, it asks twice, and an answer that
  // comes late must not lead away from the next sign-in.
  const signOut = useCallback(
    () =>
      mutate(undefined, {
        onSuccess: () => {
          endSession(client);
          tellOtherTabs();
          navigate('/sign-in', { replace: true, state: { idle } });
        },
      }),
    [mutate, client, navigate, idle],
  );
  const asked = useRef(false);
  useEffect(() => {
    if (!wanted || asked.current) return;
    asked.current = true;
    signOut();
  }, [wanted, signOut]);
  return (
    <CenteredPage title={signInTexts.signOut.title} lead={signInTexts.signOut.lead}>
      <div className={fields.fields}>
        {error && <ProblemNotice problem={problemOf(error)} />}
        <Button fullWidth loading={isPending} onClick={signOut}>
          {t.shell.signOut}
        </Button>
      </div>
    </CenteredPage>
  );
}
