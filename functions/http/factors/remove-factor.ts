import { decideRemoveFactor } from '../../../shared/domain/enrol.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changePerson } from '../../steps/change-person.ts';

export const removeFactor: UseCase<'remove-factor'> = ({ actor, input, origin }, ports) =>
  changePerson(actor.person, { actor, origin }, ports, it => decideRemoveFactor(it, input.factor));
