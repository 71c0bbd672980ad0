/** What doing one thing to many would come to at this moment: asked of the decisions that would do it. Nothing is written. */
import type { Bulk, BulkPreview } from '../../shared/contract/bulk.ts';
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import type { Ties } from '../../shared/domain/belonging.ts';
import { type BulkDecision, type Doer, decideDeed, nothingTied } from '../../shared/domain/bulk.ts';
import { type Gathered, gatheredAtOnce } from '../../shared/domain/gather-job.ts';
import { previewing } from '../../shared/domain/preview.ts';
import type { Whom } from '../../shared/domain/queue-job.ts';
import { ref } from '../../shared/domain/refs.ts';
import { whomOf } from '../../shared/domain/start-bulk.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { someOf } from './gather-users.ts';
import { loadBounds } from './load-bounds.ts';
import { casesOf, loadCases } from './load-cases.ts';

/** So many are looked at, give or take a page, and no longer: a request has ten seconds. */
const mostLookedAt = 10_000;
const longestSeconds = 5;

type Ports = PortsFor<'directory:read'>;

export async function previewOf(
  { org, deed, selection }: Pick<Bulk, 'org' | 'deed' | 'selection'>,
  doer: Doer,
  ports: Ports,
): Promise<BulkPreview> {
  const { directory, clock } = ports;
  const until = plusSeconds(clock.now(), longestSeconds);
  const counting = previewing(deed, await loadBounds(org, ports));
  let [total, isMore] = [0, false];
  for await (const some of pagesOf(org, whomOf(selection), directory)) {
    for (const decision of await decisionsOn(some, { deed, doer }, ports))
      counting.add(decision, clock.now());
    total += some.items.length;
    isMore = some.left !== undefined;
    if (clock.now() >= until) break;
  }
  return { total, isMore, ...counting.result() };
}

/** Whoever is meant, in the order in which a job would come to them. */
async function* pagesOf(
  organization: OrganizationId,
  whom: Whom,
  directory: DirectoryReader,
): AsyncGenerator<Gathered> {
  if ('users' in whom) {
    const items = [...new Set(whom.users)].map(user => ({ user, outcome: 'waiting' }) as const);
    for (let at = 0; at < items.length; at += gatheredAtOnce)
      yield { items: items.slice(at, at + gatheredAtOnce), left: undefined };
    return;
  }
  let { gathering: left }: { gathering?: Gathered['left'] } = whom;
  for (let seen = 0; left && seen < mostLookedAt; ) {
    const some: Gathered = await someOf(organization, left, directory);
    yield some;
    [left, seen] = [some.left, seen + some.items.length];
  }
}

/** Undefined for whoever is gone. */
async function decisionsOn(
  { items, users }: Gathered,
  { deed, doer }: { deed: Bulk['deed']; doer: Doer },
  { directory, clock }: Ports,
): Promise<(BulkDecision | undefined)[]> {
  const now = clock.now();
  const ids = items.map(({ user }) => user);
  const cases = users
    ? await casesOf(doer.actor, users, directory, now)
    : await loadCases(doer.actor, ids, directory, now);
  const tiesOf = deed.action === 'restore' ? await addressesOf(cases, directory) : () => nothingTied;
  return ids.map(id => {
    const it = cases.get(id);
    return it && decideDeed(deed, it, doer, tiesOf(it));
  });
}

/** Whoever is restored needs their address, which somebody else may have by now. */
async function addressesOf(
  cases: ReadonlyMap<PersonId, UserCase>,
  directory: DirectoryReader,
): Promise<(it: UserCase) => Ties> {
  const emails = [...cases.values()].map(({ person }) => person.email);
  const found = await directory.get(...emails.map(ref.email));
  const reserved = new Map(emails.map((email, i) => [email, found[i]]));
  return ({ person }) => ({ others: [], reserved: { email: reserved.get(person.email) } });
}
