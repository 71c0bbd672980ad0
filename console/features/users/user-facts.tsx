/** What is known of a user, as names and values. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PersonId } from '../../../shared/contract/ids.ts';
import type { InvitationView } from '../../../shared/contract/invitations.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { languageName } from '../../ui/format.ts';
import { AgoAndMoment, Day } from '../../ui/time.tsx';
import { DeliveryWords, InvitationWords } from './invitation-words.tsx';
import classes from './user-page.module.css';

type Fact = [name: string, value: ReactNode];

export function Details({ user }: { user: UserView }) {
  const { columns } = t.users;
  const facts: Fact[] = [
    [t.invite.labels.firstName, <bdi key="first">{user.firstName}</bdi>],
    [t.invite.labels.lastName, <bdi key="last">{user.lastName}</bdi>],
    [t.invite.labels.email, <bdi key="email">{user.email}</bdi>],
    [columns.username, user.username],
    [columns.role, <RoleWords key="role" role={user.role} />],
    [columns.lastActive, user.lastActiveAt ? <AgoAndMoment key="last" time={user.lastActiveAt} /> : t.never],
    [columns.created, <Day key="created" time={user.createdAt} />],
  ];
  return <Facts title={t.users.details} facts={facts} />;
}

function RoleWords({ role }: { role: UserView['role'] }) {
  return (
    <>
      {t.roles[role].name}
      <span className={classes.explained}>{t.roles[role].may}</span>
    </>
  );
}

type InvitationProps = { user: UserView; invitation: InvitationView; seesInviter: boolean };

export function InvitationFacts({ user, invitation, seesInviter }: InvitationProps) {
  const { columns } = t.users;
  const { state, sentAt, invitedBy, note, language } = invitation;
  const facts: Fact[] = [
    [columns.invitation, <InvitationWords key="state" invitation={invitation} />],
    [columns.delivery, sentAt && state !== 'accepted' && <DeliveryWords invitation={invitation} />],
    [columns.sent, sentAt && <AgoAndMoment time={sentAt} />],
    [columns.invitedBy, seesInviter && invitedBy && <Inviter org={user.organization} id={invitedBy} />],
    [t.invite.labels.language, languageName(language)],
    [t.invite.labels.note, note && <bdi>{note}</bdi>],
  ];
  return <Facts title={columns.invitation} facts={facts} />;
}

/** The inviter's name, as long as they are a user here. */
function Inviter({ org, id }: { org: string; id: PersonId }) {
  const inviter = useQuery({ ...queries.user(org, id), staleTime: 60_000 });
  if (inviter.data) return <Link to={`/o/${org}/users/${id}`}>{inviter.data.displayName}</Link>;
  return inviter.error ? t.users.noLongerHere : null;
}

/** Facts without a value are left out. */
function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
