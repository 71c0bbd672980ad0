import { refuse } from '../../../shared/domain/decision.ts';
import { effectivePermissions } from '../../../shared/domain/effective.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { loadCatalogue } from '../../steps/load-catalogue.ts';

export const getUserPermissions: UseCase<'get-user-permissions'> = async ({ input }, { directory }) => {
  const { org, user: id } = input;
  const [[user, organization, policy], { applications }] = await Promise.all([
    directory.get(ref.user(org, id), ref.organization(org), ref.policy(org)),
    loadCatalogue(directory),
  ]);
  if (!user || !organization) return refuse('not-found');
  const groups = await directory.get(...user.groups.map(group => ref.group(org, group)));
  const known = groups.filter(group => group !== undefined);
  return done(effectivePermissions({ user, organization, policy, groups: known, applications }));
};
