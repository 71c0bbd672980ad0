import { decidePicture } from '../../../shared/domain/change-picture.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { changePerson } from '../../steps/change-person.ts';
import { describeMe } from '../../steps/describe-me.ts';

export const removePicture: UseCase<'remove-picture'> = async (ask, ports) => {
  const removed = await changePerson(ask.actor.person, ask, ports, it => decidePicture(it, undefined));
  return removed.ok ? done(await describeMe(removed.value.person, undefined, ports.directory)) : removed;
};
