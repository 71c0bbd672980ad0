import { wordsIn } from '../../../shared/contract/user-words.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { nothingNamed } from '../../../shared/domain/rights.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { lookedAfterBy } from '../../steps/looked-after-by.ts';
import { placeAfter, sealPlace, usersThrough } from '../../steps/users-through.ts';
import { notArchived } from '../../steps/users-within.ts';

export const listAllUsers: UseCase<'list-all-users'> = async ({ input }, { directory, clock }) => {
  const { organization: id, q, status = notArchived, sort, limit, cursor } = input;
  const partner = lookedAfterBy(input.partner);
  const filter = { statuses: [...new Set(status)].sort(), ...(q && { words: wordsIn(q) }) };
  const question = ['all-users', partner, id, sort, filter];
  const opened = placeAfter(cursor, question);
  if (!opened.ok) return opened;
  const [only] = id ? await directory.get(ref.organization(id)) : [];
  if (id && (!only || (partner && only.partner !== partner))) return refuse('not-found');
  const through = { only, partner, limit, descending: sort === '-organization', filter };
  const { found, next } = await usersThrough(through, opened.place, directory);
  const now = clock.now();
  return done({
    items: found.map(({ organization, user }) => ({
      organization: { id: organization.id, name: organization.name },
      user: viewUser(user, { named: nothingNamed, now }),
    })),
    nextCursor: next && sealPlace(next, question),
  });
};
