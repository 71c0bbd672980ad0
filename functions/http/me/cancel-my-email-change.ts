import { cancelEmailChange } from '../../../shared/domain/email-change.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { changePerson } from '../../steps/change-person.ts';
import { describeMe } from '../../steps/describe-me.ts';
import { loadAddresses } from '../../steps/load-around.ts';

export const cancelMyEmailChange: UseCase<'cancel-my-email-change'> = async (ask, ports) => {
  const { directory } = ports;
  const cancelled = await changePerson(ask.actor.person, ask, ports, async it => {
    const { before } = await loadAddresses(it.person, undefined, directory);
    return cancelEmailChange(it, before);
  });
  return cancelled.ok ? done(await describeMe(cancelled.value.person, undefined, directory)) : cancelled;
};
