/** The columns of the list of groups. */
import type { GroupView } from '../../../shared/contract/groups.ts';
import { groupsTexts } from '../../texts/groups.ts';
import { Chips } from '../../ui/chips.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Named } from '../../ui/named.tsx';
import classes from './groups.module.css';

/** So many custom roles have room in a row. */
const roomFor = 3;

export function groupColumns(org: string): Column<GroupView>[] {
  const { columns } = groupsTexts;
  return [
    {
      key: 'name',
      title: columns.name,
      kind: 'lead',
      cell: ({ id, name, description }) => (
        <Named to={`/o/${org}/groups/${id}`} name={name} description={description} />
      ),
    },
    {
      key: 'externalId',
      title: columns.externalId,
      kind: 'wide',
      cell: ({ externalId }) => (externalId ? <bdi className={classes.id}>{externalId}</bdi> : none()),
    },
    {
      key: 'customRoles',
      title: columns.customRoles,
      cell: ({ customRoles }) =>
        customRoles.length > 0 ? <Chips all={customRoles} most={roomFor} /> : none(),
    },
    { key: 'members', title: columns.members, cell: ({ members }) => formatNumber(members) },
    { key: 'content', title: columns.content, cell: ({ contents }) => formatNumber(contents) },
  ];
}

function none() {
  return <span className={classes.none}>–</span>;
}
