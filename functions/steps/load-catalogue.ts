/** The catalogue: first which applications there are, then they. */
import type { KeptCatalogue } from '../../shared/domain/catalogue.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

export async function loadCatalogue(directory: DirectoryReader): Promise<KeptCatalogue> {
  const [head] = await directory.get(ref.catalogue());
  const refs = head?.applications.map(ref.application) ?? [];
  const found = refs.length > 0 ? await directory.get(...refs) : [];
  return { head, applications: found.filter(application => application !== undefined) };
}
