/** Everything about one user. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { UserView } from '../../../shared/contract/users.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { usersTexts } from '../../texts/users.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { useNow } from '../../ui/now.ts';
import { Page } from '../../ui/page.tsx';
import { Avatar } from '../../ui/person.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { UserStatus } from '../../ui/user-status.tsx';
import { AccountFacts } from './account-facts.tsx';
import { wordsFor } from './deed-words.ts';
import { type Deed, deedsFor } from './deeds.ts';
import { RowMenu } from './row-menu.tsx';
import { type UserActions, useUserActions } from './use-user-actions.ts';
import { Details, InvitationFacts, RightsFacts } from './user-facts.tsx';
import classes from './user-page.module.css';
import { UserSessions } from './user-sessions.tsx';

const UserPermissions = later(async () => (await import('./user-permissions.tsx')).UserPermissions);
const DeedDialog = later(async () => (await import('./deed-dialog.tsx')).DeedDialog);

export function UserPage() {
  const { org = '', user: id = '' } = useParams();
  const actor = useActor(org);
  const user = useQuery({ ...queries.user(org, id), refetchInterval: ({ state }) => watch(state.data) });
  if (user.data && actor) return <OneUser user={user.data} actor={actor} />;
  if (!user.error) return <Waiting />;
  const problem = problemOf(user.error);
  const unknown = problem.kind === 'not-found' || problem.kind === 'validation-failed';
  return unknown ? <NotFound /> : <ProblemPage problem={problem} onRetry={() => user.refetch()} />;
}

/** An invitation may be accepted at any moment, and an address confirmed. */
function watch(user: UserView | undefined): number {
  return user?.status === 'invited' || user?.emailChange ? 4_000 : 30_000;
}

function OneUser({ user, actor }: { user: UserView; actor: Actor }) {
  const actions = useUserActions(actor);
  const navigate = useNavigate();
  const list = `/o/${user.organization}/users`;
  const seesList = may(actor, 'users.read');
  const { displayName, email } = user;
  const heading = (
    <div className={classes.person}>
      <Avatar id={user.id} name={displayName} picture={user.pictureUrl} size="large" />
      <div>
        <h1>
          <bdi>{displayName}</bdi>
        </h1>
        <div className={classes.subtitle}>
          <bdi>{email}</bdi>
          <UserStatus user={user} />
        </div>
      </div>
    </div>
  );
  return (
    <Page
      title={displayName}
      before={seesList && <BackLink to={list}>{usersTexts.users.title}</BackLink>}
      heading={heading}
      actions={<MainDeeds user={user} actions={actions} />}
    >
      <div className={classes.sections}>
        <Details user={user} />
        <AccountFacts user={user} actions={actions} />
        <RightsFacts user={user} actor={actor} />
        {user.invitation && (
          <InvitationFacts user={user} invitation={user.invitation} seesInviter={seesList} />
        )}
        <UserSessions user={user} actions={actions} />
      </div>
      {(may(actor, 'access.read') || actor.id === user.id) && (
        <Suspense fallback={<Skeleton height={220} radius="lg" aria-busy="true" />}>
          <UserPermissions user={user} isOwn={actor.id === user.id} />
        </Suspense>
      )}
      <Suspense>
        {actions.asked && (
          <DeedDialog
            actions={actions}
            onDeleted={() => navigate(list, { replace: true })}
            onReplaced={({ id }) => navigate(`${list}/${id}`, { replace: true })}
          />
        )}
      </Suspense>
    </Page>
  );
}

/** What is most likely wanted stands on buttons, the rest in the menu. */
const likely: readonly Deed[] = ['send', 'reactivate', 'restore', 'edit'];

function MainDeeds({ user, actions }: { user: UserView; actions: UserActions }) {
  const now = useNow();
  const possible = deedsFor(actions.actor, user, now);
  return (
    <>
      {likely
        .filter(deed => possible.includes(deed))
        .map(deed => (
          <Button
            key={deed}
            variant="default"
            className={classes.mainDeed}
            onClick={() => actions.start(deed, user)}
          >
            {wordsFor(deed, user)}
          </Button>
        ))}
      <RowMenu user={user} actions={actions} />
    </>
  );
}

function Waiting() {
  return (
    <Page title={t.loading} heading={<Skeleton height={56} width={280} />}>
      <div className={classes.sections}>
        <Skeleton height={260} radius="lg" />
        <Skeleton height={200} radius="lg" />
      </div>
    </Page>
  );
}
