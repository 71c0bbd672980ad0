/** The catalogue of applications and permissions, for the staff of the SaaS company who keep it. */
import { Button, Skeleton } from '@mantine/core';
import { IconPencil, IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { accessQueries } from '../../api/access-queries.ts';
import { may, staffIn, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { Empty } from '../../ui/empty.tsx';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import classes from './catalogue.module.css';
import { CatalogueView } from './catalogue-view.tsx';

const CatalogueEditor = later(async () => (await import('./catalogue-editor.tsx')).CatalogueEditor);

export function CataloguePage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  const organization = useQuery(queries.organization(org));
  if (actor && organization.isPending) return <Waiting />;
  const staff = actor && staffIn(actor, organization.data?.kind);
  return staff && may(staff, 'catalogue.edit') ? <Kept /> : <NotFound />;
}

function Kept() {
  const catalogue = useQuery(accessQueries.catalogue());
  const [editing, setEditing] = useState(false);
  if (catalogue.error && !catalogue.data)
    return <ProblemPage problem={problemOf(catalogue.error)} onRetry={() => catalogue.refetch()} />;
  if (!catalogue.data) return <Waiting />;
  const edit = (
    <Button leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => setEditing(true)}>
      {words.edit}
    </Button>
  );
  const isEmpty = catalogue.data.applications.length === 0;
  return (
    <Page title={words.title} actions={editing || isEmpty ? undefined : edit}>
      <p className={classes.lead}>{words.lead}</p>
      {editing && (
        <Suspense fallback={<Skeleton height={360} radius="lg" aria-busy="true" />}>
          <CatalogueEditor catalogue={catalogue.data} onDone={() => setEditing(false)} />
        </Suspense>
      )}
      {!editing && isEmpty && (
        <Empty icon={<IconStack2 />} title={words.empty.title} action={edit}>
          {words.empty.lead}
        </Empty>
      )}
      {!editing && !isEmpty && <CatalogueView catalogue={catalogue.data} />}
    </Page>
  );
}

function Waiting() {
  return (
    <Page title={words.title}>
      <Skeleton height={360} radius="lg" aria-busy="true" />
    </Page>
  );
}
