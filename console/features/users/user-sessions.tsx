/** Where a user is signed in, for those who may end it. It loads on its own, after the rest of the page. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { SessionView } from '../../../shared/contract/sessions.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { may } from '../../api/actor.ts';
import { serverNow } from '../../api/clock.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { userPageTexts } from '../../texts/user-page.ts';
import { later } from '../../ui/later.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SessionList } from '../../ui/session-list.tsx';
import { wordsFor } from './deed-words.ts';
import { deedsFor, hasAccount } from './deeds.ts';
import type { UserActions } from './use-user-actions.ts';
import classes from './user-page.module.css';

const EndSessionDialog = later(async () => (await import('./end-session-dialog.tsx')).EndSessionDialog);

type SessionsProps = { user: UserView; actions: UserActions };

export function UserSessions({ user, actions }: SessionsProps) {
  if (!hasAccount(user) || !may(actions.actor, 'users.credentials')) return null;
  const words = userPageTexts.userSessions;
  const isOwn = user.id === actions.actor.id;
  const mayEnd = deedsFor(actions.actor, user, serverNow()).includes('sign-out');
  return (
    <section className={`${classes.section} ${classes.sessions}`} aria-labelledby="sessions">
      <div className={classes.sessionsHead}>
        <div className={classes.sessionsAbout}>
          <h2 id="sessions">{words.title}</h2>
          <p className={classes.explained}>
            {user.home ? (isOwn ? words.own : words.lead) : words.elsewhere}
          </p>
        </div>
        {mayEnd && (
          <Button variant="default" size="xs" onClick={() => actions.start('sign-out', user)}>
            {wordsFor('sign-out', user)}
          </Button>
        )}
        {isOwn && (
          <Button variant="default" size="xs" component={Link} to="/account/sessions">
            {words.ownLink}
          </Button>
        )}
      </div>
      {user.home && <Sessions user={user} mayEnd={mayEnd} />}
    </section>
  );
}

function Sessions({ user, mayEnd }: { user: UserView; mayEnd: boolean }) {
  const sessions = useQuery({
    ...queries.userSessions(user.organization, user.id),
    refetchInterval: 30_000,
  });
  const [ending, setEnding] = useState<SessionView>();
  if (sessions.error && !sessions.data)
    return <ProblemNotice problem={problemOf(sessions.error)} onRetry={() => sessions.refetch()} />;
  return (
    <>
      <SessionList sessions={sessions.data?.items} onEnd={mayEnd ? setEnding : undefined} />
      <Suspense>
        {ending && <EndSessionDialog user={user} session={ending} onClose={() => setEnding(undefined)} />}
      </Suspense>
    </>
  );
}
