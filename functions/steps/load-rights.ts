/** What rights name, and what an actor holds: what the rule of giving is asked with. */
import { applicationOf } from '../../shared/contract/catalogue.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { type Holdings, holdingsOf, holdsEverything, type Rights } from '../../shared/domain/holdings.ts';
import type { Entity, EntityOf, EntityType, User } from '../../shared/domain/model.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import { type Known, type Named, nothingNamed } from '../../shared/domain/rights.ts';
import type { Voucher } from '../../shared/domain/vouchers.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

type Lists = Pick<Rights, 'customRoles' | 'groups' | 'projects'>;

/** What the rights of some users name; without a round trip where they name nothing. */
export async function loadNamed(
  organization: OrganizationId,
  rights: readonly Lists[],
  directory: DirectoryReader,
): Promise<Named> {
  const refs = refsIn(organization, rights);
  return refs.length > 0 ? sorted(await directory.get(...refs)) : nothingNamed;
}

/** The same, with the applications of the permissions that are given directly. */
export async function loadKnown(
  organization: OrganizationId,
  rights: readonly (Lists & Pick<Rights, 'access'>)[],
  directory: DirectoryReader,
): Promise<Known> {
  const keys = rights.flatMap(({ access }) => (access.mode === 'custom' ? access.permissions : []));
  const applications = [...new Set(keys.map(applicationOf))].map(key => ref.application(key));
  const refs = [...refsIn(organization, rights), ...applications];
  return refs.length > 0 ? sorted(await directory.get(...refs)) : { ...nothingNamed, applications: [] };
}

function refsIn(organization: OrganizationId, rights: readonly Lists[]): Ref[] {
  const each = <T>(of: (lists: Lists) => readonly T[]) => [...new Set(rights.flatMap(of))];
  const groups = each(lists => lists.groups);
  const needsPolicy = groups.length > 0 || rights.some(({ customRoles }) => customRoles.length > 0);
  return [
    ...(needsPolicy ? [ref.policy(organization)] : []),
    ...groups.map(id => ref.group(organization, id)),
    ...each(lists => lists.projects).map(id => ref.project(organization, id)),
  ];
}

function sorted(found: readonly (Entity | undefined)[]): Known {
  const all = <T extends EntityType>(type: T) =>
    found.filter((entity): entity is Entity & EntityOf<T> => entity?.type === type);
  return {
    policy: all('policy')[0],
    groups: all('group'),
    projects: all('project'),
    applications: all('application'),
  };
}

/** Who stands for an invitee, as they are now; undefined where the system has invited. */
export async function vouchersOf(
  { invitation }: User,
  directory: DirectoryReader,
): Promise<Voucher[] | undefined> {
  const named = invitation?.vouchers ?? [];
  if (named.length === 0) return undefined;
  const organizations = [...new Set(named.map(({ organization }) => organization))];
  const found = await directory.get(
    ...named.map(({ organization, person }) => ref.user(organization, person)),
    ...organizations.map(ref.policy),
  );
  const policies = found.filter(entity => entity?.type === 'policy');
  const policyOf = (id: OrganizationId) => policies.find(({ organization }) => organization === id);
  return found.flatMap(user =>
    user?.type === 'user' && user.status === 'active' && user.approved
      ? [{ role: user.role, holdings: holdingsOf(user, policyOf(user.organization)) }]
      : [],
  );
}

/** What an actor holds at this moment. One more look only for those whose role does not hold everything. */
export async function holdingsOfActor(actor: Actor, directory: DirectoryReader): Promise<Holdings> {
  if (!('self' in actor) || holdsEverything(actor.self)) return 'everything';
  const [policy] = await directory.get(ref.policy(actor.self.organization));
  return holdingsOf(actor.self, policy);
}
