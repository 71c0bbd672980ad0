/** A second, far simpler telling of who may do what and what comes of it, to hold the real one against. */
import type { Role } from '../../../shared/contract/roles.ts';

export type Member = {
  role: Role;
  status: 'invited' | 'active' | 'inactive';
  /** The person's id, which changes when they were gone from everywhere in between. */
  id: string;
  accepted: boolean;
  revoked: boolean;
  /** Absent until it was sent. */
  expiresAt?: number;
  /** The schedule has taken the seat of an invitation that ran out. */
  freed: boolean;
  /** Of all sendings there ever were, the number of the newest: only its links work. 0: never sent. */
  sending: number;
};

export type Link = { token: string; id: string; sending: number };

export type Model = {
  seats: number;
  members: Map<string, Member>;
  links: Map<string, Link[]>;
  /** How many there have been. */
  sendings: number;
  /** Who has a password, by their number. */
  passwords: Set<number>;
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

export const isPending = ({ status, accepted, revoked, expiresAt }: Member, now: number) =>
  status === 'invited' && !accepted && !revoked && expiresAt !== undefined && now < expiresAt;

export const hasRunOut = ({ status, accepted, revoked, expiresAt }: Member, now: number) =>
  status === 'invited' && !accepted && !revoked && expiresAt !== undefined && now >= expiresAt;

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

const isSomewhere = ({ members }: Model, who: number, status?: Member['status']) =>
  [...members].some(([key, member]) => key.endsWith(`/${who}`) && (!status || member.status === status));

/** What somebody is told who signs in. */
export function signingIn(model: Model, who: number): string {
  if (!model.passwords.has(who)) return 'wrong-credentials';
  return isSomewhere(model, who, 'active') ? '200' : 'no-active-membership';
}

/** Why somebody signed in is refused before it comes to what they ask for. */
export function accessRefusal({ members }: Model, org: number, by: number): string | undefined {
  const member = members.get(at(org, by));
  if (member?.status !== 'active') return 'not-found';
  return member.role === 'user' ? 'not-allowed' : undefined;
}

export function remove(model: Model, org: number, who: number): void {
  model.members.delete(at(org, who));
  if (!isSomewhere(model, who)) model.passwords.delete(who);
}

/** What a link's holder is told, who sends along everything that may be asked. */
export function accepting(model: Model, org: number, who: number, link: Link, now: number): string {
  const member = model.members.get(at(org, who));
  if (member?.id !== link.id) return 'link-unknown';
  if (member.accepted) return 'invitation-accepted';
  if (member.revoked || member.status !== 'invited') return 'invitation-revoked';
  if (member.sending !== link.sending) return 'link-replaced';
  return isPending(member, now) ? '200' : 'invitation-expired';
}
