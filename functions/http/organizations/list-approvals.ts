import type { OrganizationId } from '../../../shared/contract/ids.ts';
import type { Organization } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { nothingNamed } from '../../../shared/domain/rights.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import type { DirectoryReader } from '../../../shared/ports/directory.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listApprovals: UseCase<'list-approvals'> = async ({ input }, { directory, clock }) => {
  const { org, limit, cursor } = input;
  const question = ['approvals', org];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const { users, next } = await directory.listAwaiting(org, { limit, after: page.after });
  const organizations = await lookedAfter(org, new Set(users.map(user => user.organization)), directory);
  const now = clock.now();
  return done({
    items: users.flatMap(user => {
      const organization = organizations.get(user.organization);
      if (!organization) return [];
      const { id, name } = organization;
      return [{ organization: { id, name }, user: viewUser(user, { named: nothingNamed, now }) }];
    }),
    nextCursor: next && sealCursor(next, question),
  });
};

/** Those of the organizations that the partner still looks after. */
async function lookedAfter(
  partner: OrganizationId,
  ids: ReadonlySet<OrganizationId>,
  directory: DirectoryReader,
): Promise<Map<OrganizationId, Organization>> {
  const found = await directory.get(...[...ids].map(ref.organization));
  const own = found.flatMap(organization => (organization?.approvingPartner === partner ? organization : []));
  return new Map(own.map(organization => [organization.id, organization]));
}
