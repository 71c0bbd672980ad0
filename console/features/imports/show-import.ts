/** Shows what a write about an import has answered, at once. */
import type { QueryClient } from '@tanstack/react-query';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { importQueries } from './import-queries.ts';

export async function showImport(client: QueryClient, org: string, it: ImportView): Promise<void> {
  const { queryKey } = importQueries.one(org, it.id);
  // An answer that was asked for before the write would bring the old state back.
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, it);
  void client.invalidateQueries({ queryKey: ['imports', org] });
}
