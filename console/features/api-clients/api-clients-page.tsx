/** The registered applications of an organization. */
import { Button } from '@mantine/core';
import { IconApps, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useParams } from 'react-router';
import { may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { apiClientsTexts } from '../../texts/api-clients.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './api-clients.module.css';
import { clientColumns } from './client-columns.tsx';
import { useClientDeeds } from './use-client-deeds.ts';

const ClientDialogs = later(async () => (await import('./client-dialogs.tsx')).ClientDialogs);

export function ApiClientsPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'api-clients.manage') ? <ApiClients org={org} /> : <NotFound />;
}

function ApiClients({ org }: { org: string }) {
  const organization = useQuery(queries.organization(org)).data;
  const clients = useQuery({ ...queries.apiClients(org), enabled: organization?.apiAccess === true });
  const deeds = useClientDeeds();
  const words = apiClientsTexts;
  const register = <Button onClick={() => deeds.ask({ deed: 'create' })}>{words.register}</Button>;
  if (organization && !organization.apiAccess)
    return (
      <Page title={words.title}>
        <Empty icon={<IconLock />} title={words.noPlan.title}>
          {words.noPlan.lead}
        </Empty>
      </Page>
    );
  return (
    <Page title={words.title} actions={clients.data?.items.length ? register : undefined}>
      <p className={classes.lead}>{words.lead}</p>
      <DataTable
        label={words.title}
        columns={clientColumns(deeds.ask)}
        rows={clients.data?.items}
        idOf={({ id }) => id}
        problem={clients.error ? problemOf(clients.error) : undefined}
        onRetry={() => clients.refetch()}
        sorting={{ key: 'name', descending: false }}
        onSort={() => undefined}
        empty={
          <Empty icon={<IconApps />} title={words.empty.title} action={register}>
            {words.empty.lead}
          </Empty>
        }
      />
      <Suspense>
        {deeds.asked && <ClientDialogs org={org} asked={deeds.asked} ask={deeds.ask} onClose={deeds.close} />}
      </Suspense>
    </Page>
  );
}
