import { viewLookedAfter } from '../../../shared/domain/looked-after.ts';
import type { Organization } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../../shared/ports/directory.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';
import { lookedAfterBy } from '../../steps/looked-after-by.ts';

export const listOrganizations: UseCase<'list-organizations'> = async ({ input }, { directory }) => {
  const { partner, q, limit, cursor } = input;
  const question = ['organizations', partner, q];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const list = { of: 'organization', partner: lookedAfterBy(partner), beginning: q } as const;
  const { items, next } = await directory.list(list, { limit, after: page.after });
  return done({
    items: await viewed(items, directory),
    nextCursor: next && sealCursor(next, question),
  });
};

/** With what they count, and who looks after them, in one more look. */
async function viewed(organizations: readonly Organization[], directory: DirectoryReader) {
  const partners = new Set(organizations.flatMap(({ partner }) => partner ?? []));
  const found = await directory.get(
    ...organizations.map(({ id }) => ref.counters(id)),
    ...[...partners].map(ref.organization),
  );
  const counters = found.filter(entity => entity?.type === 'counters');
  const carers = found.filter(entity => entity?.type === 'organization');
  return organizations.map(organization =>
    viewLookedAfter(organization, {
      counters: counters.find(counted => counted.organization === organization.id),
      partner: carers.find(({ id }) => id === organization.partner),
    }),
  );
}
