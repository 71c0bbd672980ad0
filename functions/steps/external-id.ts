import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { ExternalIdReservation } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

/** What is reserved of an external id; without a look where there is none. */
export async function reservedFor(
  organization: OrganizationId,
  externalId: string | null | undefined,
  directory: DirectoryReader,
): Promise<ExternalIdReservation | undefined> {
  if (!externalId) return undefined;
  const [reserved] = await directory.get(ref.externalId(organization, externalId));
  return reserved;
}
