import { ref } from '../../../shared/domain/refs.ts';
import { decideEndSession } from '../../../shared/domain/sessions.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const endMySession: UseCase<'end-my-session'> = ({ actor, input, origin }, ports) =>
  transact({ actor, origin }, ports, async () => {
    const [person, session] = await ports.directory.get(
      ref.person(actor.person),
      ref.session(actor.person, input.session),
    );
    return decideEndSession(person, session);
  });
