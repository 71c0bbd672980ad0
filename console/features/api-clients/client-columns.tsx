/** What the list of applications shows of each. */
import { ActionIcon } from '@mantine/core';
import { IconDots, IconRefresh, IconTrash } from '@tabler/icons-react';
import { apiClientsTexts } from '../../texts/api-clients.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MenuItem } from '../../ui/menu-items.tsx';
import { useNow } from '../../ui/now.ts';
import { Ago, Countdown, Day } from '../../ui/time.tsx';
import classes from './api-clients.module.css';
import type { ApiClient, Asked } from './use-client-deeds.ts';

export function clientColumns(ask: (asked: Asked) => void): Column<ApiClient>[] {
  const { columns, never } = apiClientsTexts;
  return [
    { key: 'name', title: columns.name, kind: 'lead', cell: client => <Name client={client} /> },
    { key: 'id', title: columns.id, cell: ({ id }) => <code className={classes.id}>{id}</code> },
    { key: 'created', title: columns.created, cell: ({ createdAt }) => <Day time={createdAt} /> },
    {
      key: 'lastUsed',
      title: columns.lastUsed,
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Ago time={lastUsedAt} /> : never),
    },
    {
      key: 'menu',
      title: columns.menu,
      kind: 'menu',
      cell: client => <ClientMenu client={client} ask={ask} />,
    },
  ];
}

function Name({ client: { name, previousSecretUntil: until } }: { client: ApiClient }) {
  const now = useNow();
  const rotating = until !== undefined && Date.parse(until) > now;
  return (
    <div className={classes.name}>
      <bdi>{name}</bdi>
      {rotating && (
        <span className={classes.rotating}>
          <Countdown until={until} words={apiClientsTexts.oldSecretUntil} />
        </span>
      )}
    </div>
  );
}

function ClientMenu({ client, ask }: { client: ApiClient; ask: (asked: Asked) => void }) {
  const label = apiClientsTexts.menuOf(client.name);
  return (
    <Menu
      label={label}
      button={props => (
        <ActionIcon size="md" aria-label={label} {...props}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    >
      <MenuItem
        icon={<IconRefresh size={16} aria-hidden="true" />}
        onClick={() => ask({ deed: 'rotate', client })}
      >
        {apiClientsTexts.rotate}
      </MenuItem>
      <MenuItem
        danger
        icon={<IconTrash size={16} aria-hidden="true" />}
        onClick={() => ask({ deed: 'remove', client })}
      >
        {apiClientsTexts.remove}
      </MenuItem>
    </Menu>
  );
}
