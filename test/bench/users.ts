/** Many users at once, for lists to be long. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { Email } from '../../shared/contract/text.ts';
import type { User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { type Arranged, freshEmail } from '../harness/arrange.ts';
import type { Front } from '../harness/front.ts';

const largestTransaction = 100;
const names = ['Ada', 'Bao', 'Chidi', 'Dora', 'Emre', 'Farid', 'Greta', 'Hana', 'Ines', 'Jonas'];

/** Copies of one who came in by an invitation. They are in the list and nowhere else: none of them could sign in. */
export async function addUsers(front: Front, { org }: Arranged, pattern: PersonId, count: number) {
  const { directory, ids } = front.world;
  const [user] = await directory.get(ref.user(org, pattern));
  if (!user) throw new Error('There is nobody to copy');
  const copies = Array.from({ length: count }, (_, i) => copyOf(user, ids.make('usr'), i));
  for (let first = 0; first < count; first += largestTransaction) {
    const changes = copies
      .slice(first, first + largestTransaction)
      .map(entity => ({ do: 'create', entity }) as const);
    const result = await directory.commit({ changes, events: [] });
    if (!result.ok) throw new Error(`Users could not be added: ${result.conflict.on}`);
  }
}

function copyOf(user: User, id: PersonId, index: number): User {
  const firstName = names[index % names.length] ?? '';
  const lastName = `Numbered-${String(index).padStart(4, '0')}`;
  const email = Email.parse(freshEmail(`${firstName}.${index}`.toLowerCase()));
  return { ...user, id, version: 1, firstName, lastName, displayName: `${firstName} ${lastName}`, email };
}
