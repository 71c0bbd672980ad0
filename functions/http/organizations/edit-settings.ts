import { refuse } from '../../../shared/domain/decision.ts';
import { decideSettings } from '../../../shared/domain/settings.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { loadSettings } from '../../steps/load-settings.ts';

export const editSettings: UseCase<'edit-settings'> = async (ask, ports) => {
  const { org, ...wish } = ask.input;
  return transact(
    ask,
    ports,
    async () => {
      const loaded = await loadSettings(org, ports.directory);
      return loaded ? decideSettings(loaded, wish, ask.expectedVersion) : refuse('not-found');
    },
    ['api-access-excludes-mfa'],
  );
};
