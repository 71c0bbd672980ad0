import { refuse } from '../../../shared/domain/decision.ts';
import { confirmEmailChange as decideConfirm } from '../../../shared/domain/email-change.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { plusSeconds } from '../../../shared/domain/time.ts';
import { transact } from '../../runtime/transact.ts';
import type { Ports, UseCase } from '../../runtime/use-case.ts';
import { loadCase } from '../../steps/change-person.ts';
import { nextPasswordOf } from '../../steps/choose-password.ts';
import { claimSeconds } from '../../steps/claimed.ts';
import { loadAddresses } from '../../steps/load-around.ts';

/**
 * Links to choose a password die with the old address. So whoever is just choosing one with such a link finishes first,
 * and nobody can begin while the address changes.
 */
export const confirmEmailChange: UseCase<'confirm-email-change'> = async (
  { input, actor, origin },
  ports,
) => {
  const { directory, clock, ids } = ports;
  const hash = ids.hashOf(input.token);
  const opened = await load(hash, ports);
  if (!opened) return refuse('link-unknown');
  const { key, holder } = nextPasswordOf(opened.person, origin.requestId);
  const claimed = await directory.claim({ key, holder, until: plusSeconds(clock.now(), claimSeconds) });
  if (claimed !== 'yours') return refuse('changed-meanwhile');
  const confirmed = await transact({ actor, origin }, ports, async () => {
    const confirmation = await load(hash, ports);
    return confirmation ? decideConfirm(confirmation) : refuse('link-unknown');
  });
  await (confirmed.ok ? directory.settle(key, holder) : directory.release(key, holder));
  return confirmed;
};

async function load(hash: string, ports: Ports<'confirm-email-change'>) {
  const [link] = await ports.directory.get(ref.link(hash));
  if (link?.purpose !== 'email-change') return undefined;
  const it = await loadCase(link.person, ports);
  if (!it) return undefined;
  const reserved = await loadAddresses(it.person, it.person.emailChange?.email, ports.directory);
  return { ...it, link, reserved };
}
