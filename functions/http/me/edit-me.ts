import { refuse } from '../../../shared/domain/decision.ts';
import { decideEditMe } from '../../../shared/domain/edit-me.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { changePerson } from '../../steps/change-person.ts';
import { describeMe } from '../../steps/describe-me.ts';

export const editMe: UseCase<'edit-me'> = async (ask, ports) => {
  const edited = await changePerson(ask.actor.person, ask, ports, ({ person, users }) => {
    if (person.version !== ask.expectedVersion) return refuse('stale-version');
    return decideEditMe(person, users, ask.input);
  });
  return edited.ok ? done(await describeMe(edited.value, undefined, ports.directory)) : edited;
};
