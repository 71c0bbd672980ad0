/** The page inside the frame; or why the organization that it is about shows none. */
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Outlet, useParams } from 'react-router';
import { useActor, useMe } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';

const Suspended = later(async () => (await import('./suspended.tsx')).Suspended);
const SuspendedNote = later(async () => (await import('./suspended-note.tsx')).SuspendedNote);

export function Content({ org }: { org: string }) {
  const actor = useActor(org);
  const own = useMe().organizations.find(({ id }) => id === org);
  const isForeign = actor !== undefined && actor.as !== 'member';
  const foreign = useQuery({ ...queries.organization(org), enabled: isForeign });
  const refused = isForeign && foreign.error ? problemOf(foreign.error).kind : undefined;
  // Pages about oneself are there whatever became of the organization that was looked at last.
  const isAbout = useParams().org !== undefined;
  if (!isAbout) return <Outlet key={org} />;
  if (!actor || refused === 'not-found' || refused === 'validation-failed') return <NotFound />;
  if (own?.suspended || refused === 'organization-suspended') {
    return (
      <Suspense>
        <Suspended id={org} name={own?.name} />
      </Suspense>
    );
  }
  return (
    <>
      <Suspense>
        {isForeign && foreign.data?.suspendedAt && <SuspendedNote since={foreign.data.suspendedAt} />}
      </Suspense>
      <Outlet key={org} />
    </>
  );
}
