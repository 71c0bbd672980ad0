import { DomainEvent, targetPerson } from '../../shared/contract/events.ts';
import { stillTells } from '../../shared/domain/answers.ts';
import type { Person } from '../../shared/domain/model.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';

/**
 * Takes away what was kept beside somebody who was deleted: sessions, saved views, and answers that tell of them. Their
 * own items went with the deletion. Where other organizations still have them, only their views of the one that deleted
 * them go, and answers that tell of organizations they are in no more; so whoever is back in the meantime loses nothing.
 */
export const erasePerson: SubscriberUseCase<'erase-person'> = async ({ detail }, { directory }) => {
  const event = DomainEvent.parse(detail);
  const id = targetPerson(event);
  if (!id) return;
  // Answers first: one that came after the person was read would be judged by memberships from before it.
  const kept = await directory.listPersonal(id);
  const [person] = await directory.get(ref.person(id));
  if (!person) return directory.erase(kept);
  const views = kept.filter(of => of.type === 'views' && of.organization === event.organization);
  const hasLeft = !(event.organization in person.memberships);
  await directory.erase([...(hasLeft ? views : []), ...(await outdated(kept, person, directory))]);
};

/** As many as one read takes. */
const largestRead = 100;

async function outdated(kept: Ref[], person: Person, directory: DirectoryReader): Promise<Ref[]> {
  const answers = kept.filter(of => of.type === 'personal-answer');
  const found: Ref[] = [];
  for (let first = 0; first < answers.length; first += largestRead) {
    const read = await directory.get(...answers.slice(first, first + largestRead));
    found.push(...read.flatMap(answer => (answer && !stillTells(answer, person) ? [answer] : [])));
  }
  return found;
}
