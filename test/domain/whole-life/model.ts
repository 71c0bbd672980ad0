/** A second, far simpler telling of who may do what and what comes of it, to hold the real one against. */
import type { Role } from '../../../shared/contract/roles.ts';

export type Member = {
  role: Role;
  /** Access to all, or to nothing: what else there is to be given, other stories tell. */
  hasAll: boolean;
  /** Who stands for what they are to hold, until they accept. */
  vouchers: number[];
  status: 'invited' | 'active' | 'inactive' | 'archived';
  /** When they accepted, as the number of an acceptance; absent before. */
  accepted?: number;
  revoked: boolean;
  /** Absent until it was sent. */
  expiresAt?: number;
  /** The schedule has taken the seat of an invitation that ran out. */
  freed: boolean;
  /** Of all sendings there ever were, the number of the newest: only its links work. 0: never sent. */
  sending: number;
};

/** An address that waits to be confirmed. Unless it is held for them, nobody can confirm it. */
type Wish = { email: string; expiresAt: number; isHeld: boolean; number: number };

/** Somebody, for as long as they are anywhere. */
export type Somebody = {
  /** Undefined until the product has given them one. */
  id: string;
  email: string;
  hasPassword: boolean;
  /** The organization that looks after the account. */
  home: number;
  wish?: Wish;
};

export type Link = { token: string; sending: number };
export type Confirmation = { token: string; who: number; number: number };

export type Model = {
  seats: number;
  people: Map<number, Somebody>;
  members: Map<string, Member>;
  links: Map<string, Link[]>;
  confirmations: Confirmation[];
  /** Counts whatever needs a number of its own. */
  count: number;
};

export const at = (org: number, who: number) => `${org}/${who}`;

/** What a deed on a user needs in the one who does it: the product's table. */
const mayTouch: Record<Role, Role[]> = {
  owner: ['owner', 'admin', 'manager', 'user'],
  admin: ['admin', 'manager', 'user'],
  manager: ['manager', 'user'],
  user: [],
};

export function may(role: Role, deed: string, target: Role): boolean {
  if (role === 'manager' && deed === 'delete-user') return target === 'user';
  return mayTouch[role].includes(target);
}

/** Owners and admins by their role, others by their access. */
export const holdsAll = ({ role, hasAll }: Member) => role === 'owner' || role === 'admin' || hasAll;

/** At the acceptance it counts what those who stand for somebody may and hold by then. */
export function settleRights(model: Model, org: number, target: Member): void {
  const standing = target.vouchers
    .map(who => model.members.get(at(org, who)))
    .filter(voucher => voucher?.status === 'active');
  const able = (role: Role) => standing.filter(voucher => voucher && may(voucher.role, 'invite', role));
  if (able(target.role).length === 0) target.role = 'user';
  target.hasAll &&= able(target.role).some(voucher => voucher && holdsAll(voucher));
}

export const isPending = ({ status, accepted, revoked, expiresAt }: Member, now: number) =>
  status === 'invited' && !accepted && !revoked && expiresAt !== undefined && now < expiresAt;

export const hasRunOut = ({ status, accepted, revoked, expiresAt }: Member, now: number) =>
  status === 'invited' && !accepted && !revoked && expiresAt !== undefined && now >= expiresAt;

/** Everything there is of somebody, by organization. */
export function membershipsOf({ members }: Model, who: number): [org: number, Member][] {
  return [...members].flatMap(([key, member]): [number, Member][] => {
    const [org = '', whose = ''] = key.split('/');
    return Number(whose) === who ? [[Number(org), member]] : [];
  });
}

/** The numbers of an organization's members, or of those in one status. */
export function inStatus({ members }: Model, org: number, status?: Member['status']): number[] {
  return [...members].flatMap(([key, member]) => {
    const [its = '', who = ''] = key.split('/');
    return Number(its) === org && (!status || member.status === status) ? [Number(who)] : [];
  });
}

export function takesSeat(member: Member): boolean {
  if (member.status !== 'invited') return member.status === 'active';
  return member.expiresAt !== undefined && !member.revoked && !member.freed;
}

export function seatIsFree({ members, seats }: Model, org: number): boolean {
  const taken = [...members].filter(([key, member]) => key.startsWith(`${org}/`) && takesSeat(member));
  return taken.length < seats;
}

/** Whoever has a password and is archived wherever they were has given their address back. */
function hasAddress(model: Model, who: number): boolean {
  const isThere = membershipsOf(model, who).some(([, { status }]) => status !== 'archived');
  return isThere || model.people.get(who)?.hasPassword === false;
}

/** Whose an address is; undefined where it is nobody's. */
export function holderOf(model: Model, email: string): number | undefined {
  const holders = [...model.people].filter(
    ([who, somebody]) => somebody.email === email && hasAddress(model, who),
  );
  return holders[0]?.[0];
}

/** Who waits to confirm an address that is held for them. */
export function claimantOf(model: Model, email: string, now: number): number | undefined {
  const held = ({ wish }: Somebody) => wish?.email === email && wish.isHeld && now < wish.expiresAt;
  return [...model.people].find(([, somebody]) => held(somebody))?.[0];
}

/** From now on an address is held for nobody. */
export function letGo(model: Model, email: string): void {
  for (const { wish } of model.people.values()) if (wish?.email === email) wish.isHeld = false;
}

/** What somebody is told who signs in. */
export function signingIn(model: Model, who: number): string {
  if (!model.people.get(who)?.hasPassword) return 'wrong-credentials';
  const isActive = membershipsOf(model, who).some(([, { status }]) => status === 'active');
  return isActive ? '200' : 'no-active-membership';
}

/** Why somebody signed in is refused before it comes to what they ask for. */
export function accessRefusal({ members }: Model, org: number, by: number): string | undefined {
  const member = members.get(at(org, by));
  if (member?.status !== 'active') return 'not-found';
  return member.role === 'user' ? 'not-allowed' : undefined;
}

/** What follows when somebody was archived, restored or removed somewhere. */
export function settle(model: Model, who: number): void {
  const somebody = model.people.get(who);
  const memberships = membershipsOf(model, who);
  if (!somebody) return;
  if (memberships.length === 0) {
    model.people.delete(who);
    return;
  }
  if (!hasAddress(model, who)) somebody.wish = undefined;
  const accepted = memberships
    .filter(([, member]) => member.accepted)
    .sort(([, one], [, other]) => (one.accepted ?? 0) - (other.accepted ?? 0));
  const there = accepted.filter(([, { status }]) => status !== 'archived');
  const choice = there.length > 0 ? there : memberships;
  if (!choice.some(([org]) => org === somebody.home))
    somebody.home = (there[0] ?? accepted[0] ?? memberships[0])?.[0] ?? somebody.home;
}

/** What a link's holder is told, who sends along everything that may be asked. */
export function accepting(model: Model, org: number, who: number, link: Link, now: number): string {
  const member = model.members.get(at(org, who));
  if (!member) return 'link-unknown';
  if (member.accepted) return 'invitation-accepted';
  if (member.revoked || member.status !== 'invited') return 'invitation-revoked';
  if (member.sending !== link.sending) return 'link-replaced';
  return isPending(member, now) ? '200' : 'invitation-expired';
}

/** What the holder of a link to confirm an address is told. */
export function confirming(model: Model, { who, number }: Confirmation, now: number): string {
  const wish = model.people.get(who)?.wish;
  return wish?.number === number && wish.isHeld && now < wish.expiresAt ? '200' : 'link-unknown';
}
