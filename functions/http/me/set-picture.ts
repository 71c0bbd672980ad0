import { decidePicture } from '../../../shared/domain/change-picture.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { changePerson } from '../../steps/change-person.ts';
import { describeMe } from '../../steps/describe-me.ts';
import { takePicture } from '../../steps/take-picture.ts';

export const setPicture: UseCase<'set-picture'> = async (ask, ports) => {
  const { actor, input } = ask;
  const { directory } = ports;
  const [person] = await directory.get(ref.person(actor.person));
  if (!person) return refuse('not-found');
  const taken = await takePicture(person, input.upload, ports, name =>
    changePerson(actor.person, ask, ports, it => decidePicture(it, name)),
  );
  return taken.ok ? done(await describeMe(taken.value.person, undefined, directory)) : taken;
};
