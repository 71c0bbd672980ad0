/** The users of every organization that one looks after, by organization; or of one of them. */
import { NativeSelect } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { UserStatus } from '../../../shared/contract/users.ts';
import { may } from '../../api/actor.ts';
import { lookedAfterQueries, type Staff, useStaff } from '../../api/looked-after.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { organizationsTexts } from '../../texts/organizations.ts';
import { t } from '../../texts/texts.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { OrganizationPicker } from '../../ui/organization-picker.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages } from '../../ui/pages.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useListing } from '../../ui/use-listing.ts';
import classes from './all-users.module.css';
import { columns } from './columns.tsx';

const words = organizationsTexts.users;

export function AllUsersPage() {
  const { org = '' } = useParams();
  const staff = useStaff(org);
  return staff && may(staff.actor, 'organizations.read') ? <AllUsers staff={staff} /> : <NotFound />;
}

const perPage = 50;

/** What is asked of one organization alone is forgotten with it. */
const names = ['organization', 'q', 'status', 'sort'] as const;
type Listing = ReturnType<typeof useListing<(typeof names)[number]>>;

function AllUsers({ staff }: { staff: Staff }) {
  const listing = useListing(names);
  const { asked, change, pages } = listing;
  const { organization, cursor } = asked;
  const sort = sortIn(asked.sort);
  const within = organization ? { q: asked.q, status: statusIn(asked.status) } : {};
  const users = useQuery(
    lookedAfterQueries.allUsers(staff, { organization, ...within, sort, cursor, limit: perPage }),
  );
  const empty = within.q || within.status ? words.notFound : words.empty;
  return (
    <Page title={words.title}>
      <p className={classes.lead}>{words.lead}</p>
      <Filters staff={staff} listing={listing} />
      <DataTable
        label={words.title}
        columns={columns}
        rows={users.data?.items}
        idOf={each => `${each.organization.id} ${each.user.id}`}
        problem={users.error ? problemOf(users.error) : undefined}
        onRetry={() => users.refetch()}
        stale={users.isPlaceholderData}
        sorting={{ key: 'organization', descending: sort === '-organization' }}
        onSort={({ descending }) => change({ sort: descending ? '-organization' : undefined })}
        empty={
          <Empty icon={<IconUsers stroke={1.75} />} title={empty.title}>
            {empty.lead}
          </Empty>
        }
      />
      <div className={classes.pages}>
        <Pages {...pages(users.data?.nextCursor)} />
      </div>
    </Page>
  );
}

const sortIn = (asked: string | undefined) => (asked === '-organization' ? asked : ('organization' as const));

const statusIn = (asked: string | undefined) => UserStatus.options.find(status => status === asked);

/** Which organization, whom of it, and the order: the table's headings cannot be seen on a phone. */
function Filters({ staff, listing }: { staff: Staff; listing: Listing }) {
  const { asked, change } = listing;
  const { organization } = asked;
  const { picker } = organizationsTexts;
  const chosen = useQuery({
    ...queries.organization(organization ?? ''),
    enabled: organization !== undefined,
  });
  return (
    <div className={classes.filters}>
      <OrganizationPicker
        staff={staff}
        name="organization"
        label={words.pick}
        value={organization ?? null}
        chosen={organization ? { value: organization, label: chosen.data?.name ?? '…' } : undefined}
        none={picker.all}
        nothing={picker.none}
        onChange={picked => change({ organization: picked ?? undefined, q: undefined, status: undefined })}
      />
      {organization && <Within listing={listing} />}
      <NativeSelect
        className={classes.sort}
        label={words.sort}
        data={Object.entries(words.sorts).map(([value, label]) => ({ value, label }))}
        value={sortIn(asked.sort)}
        onChange={({ currentTarget: { value } }) =>
          change({ sort: value === '-organization' ? value : undefined })
        }
      />
    </div>
  );
}

function Within({ listing: { asked, change } }: { listing: Listing }) {
  const statuses = UserStatus.options.map(status => ({ value: status, label: t.statuses[status] }));
  return (
    <>
      <NativeSelect
        label={words.status}
        data={[{ value: '', label: words.anyStatus }, ...statuses]}
        value={statusIn(asked.status) ?? ''}
        onChange={({ currentTarget: { value } }) => change({ status: value || undefined })}
      />
      <SearchField
        label={words.search}
        value={asked.q ?? ''}
        onSearch={text => change({ q: text || undefined }, true)}
      />
    </>
  );
}
