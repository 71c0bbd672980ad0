import { ref } from '../../../shared/domain/refs.ts';
import { decideEndSessions } from '../../../shared/domain/sessions.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const endMySessions: UseCase<'end-my-sessions'> = ({ actor, input, origin }, ports) =>
  transact({ actor, origin }, ports, async () => {
    const [person, asking] = await ports.directory.get(
      ref.person(actor.person),
      ref.session(actor.person, actor.session),
    );
    return decideEndSessions(person, { asking, which: input.which, now: ports.clock.now() });
  });
