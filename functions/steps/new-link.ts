/** Links in mails are made where they are sent: the secret goes into the mail, and only its hash is kept. */
import type { LinkToken, Time } from '../../shared/contract/text.ts';
import type { Link } from '../../shared/domain/model.ts';
import type { PortsFor } from '../../shared/ports.ts';

/** Keeps a new link, so that it works when the mail arrives. */
export async function newLink(
  make: (hash: string) => { link: Link; expiresAt: Time },
  { directory, ids }: PortsFor<'directory:write'>,
): Promise<{ token: LinkToken; expiresAt: Date }> {
  const { token, hash } = ids.linkToken();
  const { link, expiresAt } = make(hash);
  const kept = await directory.commit({ changes: [{ do: 'create', entity: link }], events: [] });
  if (!kept.ok) throw new Error('The link could not be kept');
  return { token, expiresAt: new Date(expiresAt) };
}
