/** The organization that the page is about: one's own, or one that is looked at by those who look after it. */
import { useQuery } from '@tanstack/react-query';
import type { OrganizationView } from '../../../shared/contract/organizations.ts';
import { useMe } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';

type Shown = {
  isOwn: boolean;
  isSuspended: boolean;
  /** As far as it is known yet. */
  name?: string;
  kind?: OrganizationView['kind'];
};

export function useShownOrganization(org: string): Shown {
  const own = useMe().organizations.find(({ id, status }) => id === org && status === 'active');
  const foreign = useQuery({ ...queries.organization(org), enabled: !own && org !== '' }).data;
  if (own) return { isOwn: true, isSuspended: Boolean(own.suspended), name: own.name, kind: own.kind };
  return {
    isOwn: false,
    isSuspended: foreign?.suspendedAt !== undefined,
    name: foreign?.name,
    kind: foreign?.kind,
  };
}
