/** Where somebody lands: their organization, and in it the first page that their role may see. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, Navigate, useParams } from 'react-router';
import { homeOrganization, may, useActor, useMe } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { Emblem } from '../../ui/emblem.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { lastOrganization } from './last-organization.ts';

export function Home() {
  const home = homeOrganization(useMe(), lastOrganization.get());
  return home ? <Navigate to={`/o/${home}`} replace /> : <NoOrganization />;
}

export function OrganizationHome() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  if (!actor) return <NotFound />;
  const page = may(actor, 'users.read') ? 'overview' : `users/${actor.id}`;
  return <Navigate to={`/o/${org}/${page}`} replace />;
}

/** Signed in, but no organization gives access. */
function NoOrganization() {
  return (
    <CenteredPage
      title={t.noOrganization.title}
      lead={t.noOrganization.lead}
      emblem={<Emblem icon={<IconLock />} tone="waiting" />}
    >
      <Button component={Link} to="/sign-out" state={{ wanted: true }} variant="default" fullWidth>
        {t.shell.signOut}
      </Button>
    </CenteredPage>
  );
}
