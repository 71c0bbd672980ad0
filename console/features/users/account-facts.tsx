/** How somebody gets in: their address, second factor, API access, and who looks after that. */
import { Button } from '@mantine/core';
import type { UserView } from '../../../shared/contract/users.ts';
import { serverNow } from '../../api/clock.ts';
import { t } from '../../texts/texts.ts';
import { userPageTexts } from '../../texts/user-page.ts';
import { usersTexts } from '../../texts/users.ts';
import { Status } from '../../ui/status.tsx';
import { deedsFor, everAccepted } from './deeds.ts';
import { EmailChangeHint } from './email-change.tsx';
import { Explained, type Fact, Facts } from './facts.tsx';
import type { UserActions } from './use-user-actions.ts';
import classes from './user-page.module.css';

type AccountProps = { user: UserView; actions: UserActions };

export function AccountFacts({ user, actions }: AccountProps) {
  const { userLabels } = usersTexts;
  const words = userPageTexts.userFacts;
  const { approved, status, apiAccess, home } = user;
  const waits = !approved && (status === 'active' || status === 'invited');
  const facts: Fact[] = [
    [userLabels.email, <Address key="email" user={user} actions={actions} />],
    [words.mfa, <Factors key="mfa" user={user} />],
    [userLabels.apiAccess, apiAccess ? words.apiAccess.on : words.apiAccess.off],
    [words.approval, waits && <Waiting key="approval" />],
    [words.lookedAfter, !home && <Explained value={words.elsewhere} why={words.elsewhereWhy} />],
  ];
  return <Facts title={usersTexts.users.account} facts={facts} />;
}

function Address({ user, actions }: AccountProps) {
  const { email, emailChange } = user;
  const mayCancel = deedsFor(actions.actor, user, serverNow()).includes('cancel-email-change');
  return (
    <>
      <bdi>{email}</bdi>
      {emailChange && (
        <span className={classes.pendingEmail}>
          <EmailChangeHint change={emailChange} />
          {mayCancel && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={usersTexts.deeds['cancel-email-change']}
              onClick={() => actions.start('cancel-email-change', user)}
            >
              {t.cancel}
            </Button>
          )}
        </span>
      )}
    </>
  );
}

function Factors({ user }: { user: UserView }) {
  const { required, enrolled } = user.mfa;
  const words = userPageTexts.userFacts;
  const names = enrolled.map(factor => words.factors[factor]).join(', ');
  if (names) return <Explained value={names} why={required ? words.requiredAndThere : words.notRequired} />;
  if (!required) return words.noFactor;
  const missing = everAccepted(user) ? <Status tone="waiting">{words.noFactor}</Status> : words.noFactor;
  return <Explained value={missing} why={words.required} />;
}

function Waiting() {
  return <Explained value={<Status tone="waiting">{t.unapproved}</Status>} why={t.unapprovedWhy} />;
}
