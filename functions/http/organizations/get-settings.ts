import { refuse } from '../../../shared/domain/decision.ts';
import { viewSettings } from '../../../shared/domain/settings.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { loadSettings } from '../../steps/load-settings.ts';

export const getSettings: UseCase<'get-settings'> = async ({ input }, { directory }) => {
  const loaded = await loadSettings(input.org, directory);
  return loaded ? done(viewSettings(loaded)) : refuse('not-found');
};
