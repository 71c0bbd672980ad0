/** Holds what is stored against what the model tells. */
import { expect } from 'vitest';
import { breaches } from '../../world/invariants.ts';
import { type Game, orgId } from './game.ts';
import { membershipsOf, takesSeat } from './model.ts';

/** What is stored is what the model tells, and nothing is amiss. */
export function compare(game: Game, step: string): void {
  const { model, front } = game;
  const everything = front.world.directory.stored();
  const stored = everything.flatMap(it =>
    it.type === 'user'
      ? [`${it.organization} ${it.id} ${it.role} ${it.access.mode === 'all'} ${it.status} ${it.seated}`]
      : [],
  );
  const told = [...model.people].flatMap(([who, { id }]) =>
    membershipsOf(model, who).map(
      ([org, member]) =>
        `${orgId(game, org)} ${id} ${member.role} ${member.hasAll} ${member.status} ${takesSeat(member)}`,
    ),
  );
  expect(stored.sort(), step).toEqual(told.sort());
  const people = everything.flatMap(it =>
    it.type === 'person' ? [`${it.id} ${it.email} ${it.emailChange?.email} ${it.home}`] : [],
  );
  const known = [...model.people.values()].map(
    ({ id, email, wish, home }) => `${id} ${email} ${wish?.email} ${orgId(game, home)}`,
  );
  expect(people.sort(), step).toEqual(known.sort());
  expect(breaches(front.world), step).toEqual([]);
}
