import type { Content } from '../../shared/contract/access.ts';
import type { GroupId, OrganizationId } from '../../shared/contract/ids.ts';
import type { ContentCase } from '../../shared/domain/content.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

/** A group and some content; undefined where there is no such group. */
export async function loadContent(
  { org, group: id, content }: { org: OrganizationId; group: GroupId; content: Content },
  directory: DirectoryReader,
): Promise<ContentCase | undefined> {
  const [group, policy, entry, grant] = await directory.get(
    ref.group(org, id),
    ref.policy(org),
    ref.content(org, content),
    ref.contentGrant(org, id, content),
  );
  return group && { group, policy, entry, grant, content };
}
