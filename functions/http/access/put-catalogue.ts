import { decidePutCatalogue } from '../../../shared/domain/catalogue.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { loadCatalogue } from '../../steps/load-catalogue.ts';

export const putCatalogue: UseCase<'put-catalogue'> = (ask, ports) => {
  const { input, expectedVersion } = ask;
  return transact(ask, ports, async () => {
    const kept = await loadCatalogue(ports.directory);
    return decidePutCatalogue(kept, input, { expectedVersion, now: ports.clock.now() });
  });
};
