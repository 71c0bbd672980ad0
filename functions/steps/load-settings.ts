/** An organization with what its settings are judged and shown by. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { SettingsCase } from '../../shared/domain/settings.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

export async function loadSettings(
  org: OrganizationId,
  directory: DirectoryReader,
): Promise<SettingsCase | undefined> {
  const [organization, counters] = await directory.get(ref.organization(org), ref.counters(org));
  if (!organization) return undefined;
  const { approvingPartner } = organization;
  const [partner] = approvingPartner ? await directory.get(ref.organization(approvingPartner)) : [];
  return { organization, counters, partner };
}
