/** A game: the product and its model side by side, and who is meant by a step. */
import type { Role } from '../../../shared/contract/roles.ts';
import type { Arranged } from '../../harness/arrange.ts';
import type { FakeFront } from '../../harness/fake-front.ts';
import type { Session } from '../../harness/front.ts';
import type { Deed, Doing } from './deeds.ts';
import { inStatus, type Member, type Model } from './model.ts';

/** Numbers stand for people and addresses; who they are depends on who is there by then. */
export type Step =
  | { do: 'nothing' }
  | { do: 'invite'; org: number; by: number; address: number; role: Role; silent: boolean }
  | { do: 'change'; deed: Deed; org: number; by: number; who: number; role: Role; address: number }
  | { do: 'accept'; org: number; who: number; link: number }
  | { do: 'confirm'; link: number }
  | { do: 'wait'; minutes: number }
  | { do: 'expire' };

export type Game = {
  front: FakeFront;
  model: Model;
  homes: Arranged[];
  /** All that anybody is ever invited with, or changes to. */
  addresses: string[];
  sessions: Map<number, Session>;
  mailsSeen: number;
};

/** Who does what to whom: mostly to somebody else, to whom it can happen. */
export function doingOf(game: Game, { org, role, ...step }: Extract<Step, { do: 'change' }>): Doing {
  const by = oneOf(game, step.by, inStatus(game.model, org, 'active'));
  const others = (deed: Deed) => inStatus(game.model, org, likely[deed]).filter(number => number !== by);
  const isIdle = others(step.deed).length === 0 && step.who % 4 > 0;
  const deed = isIdle ? (before[step.deed] ?? step.deed) : step.deed;
  const who = oneOf(game, step.who, others(deed));
  return { deed, org, role, by, who, email: addressOf(game, step.address) };
}

/** What is done first, where there is nobody yet to whom something could be done. */
const before: Partial<Record<Deed, Deed>> = {
  'reactivate-user': 'deactivate-user',
  'restore-user': 'archive-user',
};

/** In which status others are to whom something is mostly done; where there is none, in any. */
const likely: Partial<Record<Deed, Member['status']>> = {
  'send-invitation': 'invited',
  'extend-invitation': 'invited',
  'revoke-invitation': 'invited',
  'copy-invitation-link': 'invited',
  'deactivate-user': 'active',
  'reactivate-user': 'inactive',
  'archive-user': 'active',
  'restore-user': 'archived',
  'change-user-email': 'active',
  'cancel-user-email-change': 'active',
};

/** The person behind a number: mostly one of those to whom something can happen, and now and then anybody. */
export function oneOf({ model }: Game, number: number, likely: readonly number[]): number {
  const everybody = [...model.people.keys()];
  const isStray = number % 8 === 0 || likely.length === 0;
  const among = isStray ? everybody : likely;
  return among[number % among.length] ?? 0;
}

export const addressOf = ({ addresses }: Game, number: number) => addresses[number % addresses.length] ?? '';
export const time = ({ front }: Game) => Date.parse(front.world.clock.now());
export const orgId = ({ homes }: Game, org: number) => homes[org]?.org ?? '';
