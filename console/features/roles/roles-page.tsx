/** The custom roles of an organization, and what each permits. */
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconShieldCheck, IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import type { CatalogueApplication } from '../../../shared/contract/catalogue.ts';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { Empty } from '../../ui/empty.tsx';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { DiscardDialog, useUnsavedGuard } from '../../ui/unsaved.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { BuiltInRoles } from './built-in-roles.tsx';
import classes from './matrix.module.css';
import { OneRole } from './one-role.tsx';
import type { Asked } from './role-dialogs.tsx';
import { RoleMatrix } from './role-matrix.tsx';
import { RoleMenu } from './role-menu.tsx';
import { SaveBar } from './save-bar.tsx';
import { type EditedRoles, useDrafts } from './use-drafts.ts';

const RoleDialogs = later(async () => (await import('./role-dialogs.tsx')).RoleDialogs);

export function RolesPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  if (!actor || !may(actor, 'access.read')) return <NotFound />;
  return <Roles org={org} editable={may(actor, 'custom-roles.manage')} />;
}

function Roles({ org, editable }: { org: string; editable: boolean }) {
  const roles = useQuery(accessQueries.customRoles(org));
  const catalogue = useQuery(accessQueries.applications(org));
  const guard = useUnsavedGuard(() => undefined);
  const edited = useDrafts(org, guard.note);
  const [asked, ask] = useState<Asked>();
  const create = () => ask({ deed: 'create' });
  useShortcut('c', () => editable && create());
  const error = roles.error ?? catalogue.error;
  const isThere = roles.data && catalogue.data;
  if (error && !isThere) {
    const retry = () => Promise.all([roles.refetch(), catalogue.refetch()]);
    return <ProblemPage problem={problemOf(error)} onRetry={retry} />;
  }
  return (
    <Page
      title={words.title}
      actions={editable && roles.data?.items.length ? <Create onClick={create} /> : undefined}
    >
      <p className={classes.lead}>
        {words.lead} {!editable && words.readOnly}
      </p>
      {isThere ? (
        <Permitted
          roles={roles.data.items}
          applications={catalogue.data.applications}
          {...{ edited, editable, ask }}
        />
      ) : (
        <Waiting />
      )}
      <BuiltInRoles />
      <Suspense>
        {asked && (
          <RoleDialogs
            org={org}
            asked={current(asked, roles.data?.items)}
            edited={edited}
            onClose={() => ask(undefined)}
          />
        )}
      </Suspense>
      {guard.asking && (
        <DiscardDialog text={words.changes.leave} onKeep={guard.keep} onDiscard={guard.discard} />
      )}
    </Page>
  );
}

/** The role of a question as it is by now. */
function current(asked: Asked, roles: readonly CustomRoleView[] = []): Asked {
  if (asked.deed === 'create') return asked;
  return { ...asked, role: roles.find(({ id }) => id === asked.role.id) ?? asked.role };
}

type PermittedProps = {
  roles: readonly CustomRoleView[];
  applications: readonly CatalogueApplication[];
  edited: EditedRoles;
  editable: boolean;
  ask: (asked: Asked) => void;
};

function Permitted({ roles, applications, edited, editable, ask }: PermittedProps) {
  const isNarrow = useNarrow();
  const Table = isNarrow ? OneRole : RoleMatrix;
  if (applications.length === 0)
    return (
      <Empty icon={<IconStack2 />} title={words.noCatalogue.title}>
        {words.noCatalogue.lead}
      </Empty>
    );
  if (roles.length === 0)
    return (
      <Empty
        icon={<IconShieldCheck />}
        title={words.empty.title}
        action={editable && <Create onClick={() => ask({ deed: 'create' })} />}
      >
        {words.empty.lead}
      </Empty>
    );
  return (
    <>
      <Table
        applications={applications}
        roles={roles}
        edited={edited}
        editable={editable}
        menu={role => <RoleMenu role={role} editable={editable} onDeed={deed => ask({ deed, role })} />}
      />
      <SaveBar edited={edited} applications={applications} />
    </>
  );
}

function Create({ onClick }: { onClick: () => void }) {
  return (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={onClick} aria-keyshortcuts="c">
      {words.create}
    </Button>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <Skeleton height={360} radius="lg" />
    </div>
  );
}
