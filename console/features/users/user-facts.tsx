/** Who a user is here, and how they were invited. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { PersonId } from '../../../shared/contract/ids.ts';
import type { InvitationView } from '../../../shared/contract/invitations.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { type Actor, may } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { userPageTexts } from '../../texts/user-page.ts';
import { usersTexts } from '../../texts/users.ts';
import { Chips } from '../../ui/chips.tsx';
import { languageName } from '../../ui/format.ts';
import { AgoAndMoment, Day } from '../../ui/time.tsx';
import { Explained, type Fact, Facts } from './facts.tsx';
import { DeliveryWords, InvitationWords } from './invitation-words.tsx';

export function Details({ user }: { user: UserView }) {
  const { columns } = usersTexts.users;
  const { firstName, lastName, username, role, lastActiveAt, createdAt } = user;
  const facts: Fact[] = [
    [usersTexts.userLabels.firstName, <bdi key="first">{firstName}</bdi>],
    [usersTexts.userLabels.lastName, <bdi key="last">{lastName}</bdi>],
    [usersTexts.userLabels.username, username],
    [usersTexts.userLabels.role, <Explained key="role" value={t.roles[role].name} why={t.roles[role].may} />],
    [columns.lastActiveAt, lastActiveAt ? <AgoAndMoment key="last" time={lastActiveAt} /> : t.never],
    [columns.createdAt, <Day key="created" time={createdAt} />],
  ];
  return <Facts title={usersTexts.users.details} facts={facts} />;
}

type InvitationProps = { user: UserView; invitation: InvitationView; seesInviter: boolean };

/** What they are given in the applications, and by what. */
export function RightsFacts({ user, actor }: { user: UserView; actor: Actor }) {
  const { organization: org, role, access, customRoles, groups, projects } = user;
  const words = userPageTexts.userFacts.access;
  const count = access.mode === 'custom' ? access.permissions.length : 0;
  const byRole = role === 'owner' || role === 'admin';
  const given = byRole ? words.byRole : access.mode === 'all' ? words.all : words.direct(count);
  const linked = (page: 'groups' | 'projects', all: UserView['groups' | 'projects']) =>
    may(actor, `${page}.read`) ? all.map(each => ({ ...each, to: `/o/${org}/${page}/${each.id}` })) : all;
  const facts: Fact[] = [
    [usersTexts.userLabels.access, given],
    [usersTexts.userLabels.customRoles, customRoles.length > 0 && <Chips key="roles" all={customRoles} />],
    [
      usersTexts.userLabels.groups,
      groups.length > 0 && <Chips key="groups" all={linked('groups', groups)} />,
    ],
    [
      usersTexts.userLabels.projects,
      projects.length > 0 && <Chips key="projects" all={linked('projects', projects)} />,
    ],
  ];
  return <Facts title={words.title} facts={facts} />;
}

export function InvitationFacts({ user, invitation, seesInviter }: InvitationProps) {
  const { columns } = usersTexts.users;
  const { state, sentAt, invitedBy, note, language } = invitation;
  const facts: Fact[] = [
    [columns.invitation, <InvitationWords key="state" invitation={invitation} />],
    [columns.delivery, sentAt && state !== 'accepted' && <DeliveryWords invitation={invitation} />],
    [columns.sent, sentAt && <AgoAndMoment time={sentAt} />],
    [columns.invitedBy, seesInviter && invitedBy && <Inviter org={user.organization} id={invitedBy} />],
    [usersTexts.userLabels.language, languageName(language)],
    [usersTexts.userLabels.note, note && <bdi>{note}</bdi>],
  ];
  return <Facts title={columns.invitation} facts={facts} />;
}

/** The inviter's name, as long as they are a user here. */
function Inviter({ org, id }: { org: string; id: PersonId }) {
  const inviter = useQuery({ ...queries.user(org, id), staleTime: 60_000 });
  if (inviter.data) return <Link to={`/o/${org}/users/${id}`}>{inviter.data.displayName}</Link>;
  return inviter.error ? usersTexts.users.noLongerHere : null;
}
