/** What an organization's administrators decide, and what its plan has. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { PlanSection } from './plan-section.tsx';
import classes from './settings.module.css';
import { SettingsForm } from './settings-form.tsx';

export function SettingsPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'settings.read') ? (
    <Settings org={org} editable={may(actor, 'settings.edit')} />
  ) : (
    <NotFound />
  );
}

function Settings({ org, editable }: { org: string; editable: boolean }) {
  const settings = useQuery(queries.settings(org));
  if (settings.error && !settings.data)
    return <ProblemPage problem={problemOf(settings.error)} onRetry={() => settings.refetch()} />;
  return (
    <Page title={settingsTexts.title}>
      {settings.data ? (
        <>
          <PlanSection settings={settings.data} />
          <SettingsForm key={org} settings={settings.data} editable={editable} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      {[0, 1, 2].map(at => (
        <Skeleton key={at} height={140} radius={12} />
      ))}
    </div>
  );
}
