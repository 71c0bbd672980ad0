/** One group: what it is, and below it its members or its content. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';
import type { GroupView } from '../../../shared/contract/groups.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { groupsTexts as words } from '../../texts/groups.ts';
import { t } from '../../texts/texts.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EditAndDelete } from '../../ui/edit-and-delete.tsx';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AboutGroup } from './about-group.tsx';
import { GroupJobs } from './group-jobs.tsx';
import { groupQueries } from './group-queries.ts';

const EditGroupDrawer = later(async () => (await import('./edit-group-drawer.tsx')).EditGroupDrawer);
const DeleteGroupDialog = later(async () => (await import('./delete-group-dialog.tsx')).DeleteGroupDialog);

/** What the parts of the page are about. */
export type OfGroup = { org: string; group: GroupView; actor: Actor };

export function GroupPage() {
  const { org = '', group: id = '' } = useParams();
  const actor = useActor(org);
  const group = useQuery(groupQueries.one(org, id));
  if (!actor) return <NotFound />;
  if (group.data) return <OneGroup org={org} group={group.data} actor={actor} />;
  if (!group.error) return <Waiting />;
  const problem = problemOf(group.error);
  const hidden = ['not-found', 'validation-failed', 'not-allowed'].includes(problem.kind);
  return hidden ? <NotFound /> : <ProblemPage problem={problem} onRetry={() => group.refetch()} />;
}

function OneGroup({ org, group, actor }: OfGroup) {
  const [asked, setAsked] = useState<'edit' | 'delete'>();
  const navigate = useNavigate();
  const list = `/o/${org}/groups`;
  const close = () => setAsked(undefined);
  return (
    <Page
      title={group.name}
      before={<BackLink to={list}>{words.title}</BackLink>}
      actions={may(actor, 'groups.manage') && <EditAndDelete name={group.name} onAsk={setAsked} />}
    >
      <AboutGroup group={group} />
      <Tabs
        label={words.parts}
        tabs={[
          { to: `${list}/${group.id}`, label: words.members(formatNumber(group.members)) },
          { to: `${list}/${group.id}/content`, label: words.content(formatNumber(group.contents)) },
        ]}
      />
      <GroupJobs org={org} id={group.id} />
      <Suspense>
        <Outlet context={{ org, group, actor } satisfies OfGroup} />
      </Suspense>
      <Suspense>
        {asked === 'edit' && <EditGroupDrawer org={org} group={group} onClose={close} />}
        {asked === 'delete' && (
          <DeleteGroupDialog
            org={org}
            group={group}
            onDeleted={() => navigate(list, { replace: true })}
            onClose={close}
          />
        )}
      </Suspense>
    </Page>
  );
}

function Waiting() {
  return (
    <Page title={t.loading} heading={<Skeleton height={28} width={240} />}>
      <Skeleton height={300} radius="lg" />
    </Page>
  );
}
