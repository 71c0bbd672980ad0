/** The overview of an organization: what its administrators would rather see than read, each number with its list. */
import { Button, Skeleton } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import type { OverviewView } from '../../../shared/contract/overview.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { overviewTexts } from '../../texts/overview.ts';
import { Empty } from '../../ui/empty.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { Attention } from './attention.tsx';
import { FactorFigure, PeopleFigure, SeatsFigure } from './figures.tsx';
import { Invitations } from './invitations.tsx';
import { LastActive } from './last-active.tsx';
import classes from './overview.module.css';

export function OverviewPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'users.read') ? <Overview org={org} actor={actor} /> : <NotFound />;
}

function Overview({ org, actor }: { org: string; actor: Actor }) {
  const [search] = useSearchParams();
  const days = search.get('days') === '90' ? '90' : '30';
  const overview = useQuery(queries.overview(org, days));
  const invite = may(actor, 'users.invite') ? (
    <Button
      component={Link}
      to={`/o/${org}/users`}
      state={{ invite: true }}
      leftSection={<IconUserPlus size={16} />}
    >
      {overviewTexts.invite}
    </Button>
  ) : undefined;
  return (
    <Page title={overviewTexts.title} actions={invite}>
      {overview.error && !overview.data ? (
        <ProblemPage problem={problemOf(overview.error)} onRetry={() => overview.refetch()} />
      ) : overview.data ? (
        <Parts org={org} actor={actor} view={overview.data} stale={overview.isPlaceholderData} days={days} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

type PartsProps = { org: string; actor: Actor; view: OverviewView; stale: boolean; days: '30' | '90' };

function Parts({ org, actor, view, stale, days }: PartsProps) {
  const users = `/o/${org}/users`;
  const isNew = isAlone(view);
  return (
    <div className={classes.parts}>
      <SeatsFigure users={users} view={view} />
      <FactorFigure users={users} view={view} />
      <PeopleFigure users={users} view={view} />
      <div className={classes.main}>
        {isNew ? (
          <First users={users} actor={actor} />
        ) : (
          <Invitations users={users} days={days} view={view} stale={stale} />
        )}
      </div>
      <div className={classes.side}>
        <Attention users={users} view={view} />
        <LastActive users={users} view={view} />
      </div>
    </div>
  );
}

/** Whether nobody was ever there but whoever founded it. */
function isAlone({ users: { active, invited, inactive, archived }, days }: OverviewView): boolean {
  return active <= 1 && invited + inactive + archived === 0 && days.every(({ sent }) => sent === 0);
}

function First({ users, actor }: { users: string; actor: Actor }) {
  const { title, lead, invite } = overviewTexts.first;
  return (
    <Empty
      icon={<IconUserPlus stroke={1.75} />}
      title={title}
      action={
        may(actor, 'users.invite') && (
          <Button component={Link} to={users} state={{ invite: true }} variant="default">
            {invite}
          </Button>
        )
      }
    >
      {lead}
    </Empty>
  );
}

function Loading() {
  return (
    <div className={classes.parts} aria-busy="true">
      <Skeleton height={148} />
      <Skeleton height={148} />
      <Skeleton height={148} />
      <Skeleton className={classes.main} height={360} />
      <Skeleton className={classes.side} height={360} />
    </div>
  );
}
