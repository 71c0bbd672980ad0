/** Whatever people do, in any order: nobody comes to hold what whoever gave it did not hold. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayManage, Role } from '../../../shared/contract/roles.ts';
import { seedOfRun } from '../../world/chance.ts';
import { breaches } from '../../world/invariants.ts';
import { begin, contents, type Game, type Gift, permissions, personOf, play, type Step } from './game.ts';
import { hasNow, type Moment, momentOf } from './held.ts';

const number = fc.nat({ max: 1000 });
const numbers = fc.array(number, { maxLength: 2 });
const gift: fc.Arbitrary<Gift> = fc.record({
  role: fc.constantFrom<Role>('user', 'user', 'manager', 'manager', ...Role.options),
  all: fc.constantFrom(false, false, false, true),
  permissions: numbers,
  customRoles: numbers,
  groups: numbers,
  projects: fc.constantFrom<number[]>([], [], [0]),
});
const part = fc.record(
  {
    role: fc.constantFrom<Role>(...Role.options),
    customRoles: numbers,
    groups: numbers,
    projects: fc.constantFrom([], [0]),
  },
  { requiredKeys: [] },
);
/** Access is named whole or not at all. */
const edits = fc.oneof(part, fc.record({ all: fc.boolean(), permissions: numbers }), gift) as fc.Arbitrary<
  Partial<Gift>
>;
const onSomebody = { by: number, who: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('invite' as const), by: number, gift }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('accept' as const), ...onSomebody }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), ...onSomebody, gift: edits }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'resend' as const,
        'deactivate' as const,
        'reactivate' as const,
        'hand-over' as const,
      ),
      ...onSomebody,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('join' as const, 'join-by-job' as const, 'leave' as const, 'assign' as const),
      ...onSomebody,
      to: number,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('carry' as const),
      by: number,
      group: number,
      customRoles: numbers,
    }),
  },
  fc.record({ do: fc.constant('permit' as const), by: number, role: number, permissions: numbers }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('grant' as const), by: number, group: number, content: number }),
  },
  fc.record({ do: fc.constantFrom('delete-group' as const, 'delete-role' as const), by: number, to: number }),
);

const now = ({ front }: Game) => momentOf(front.world.directory.stored(), [...permissions, ...contents]);

/** Whoever could have given it to somebody of that role: the actor as they were, or at an acceptance those who stand for it. */
function giversOf(
  game: Game,
  what: Step,
  who: string,
  [before, after]: [Moment, Moment],
): [string, Moment][] {
  const isAccepting = what.do === 'accept';
  if (!isAccepting) return [[personOf(game, what.by).id, before]];
  const role = after.users.get(who)?.role ?? 'owner';
  return [...(game.hands.get(who) ?? [])]
    .filter(id => after.users.get(id)?.status === 'active')
    .filter(id => mayManage(after.users.get(id)?.role ?? 'user', 'invite', role))
    .map(id => [id, after]);
}

/** What came to be held by nobody's right, in words. */
function wrongs(game: Game, what: Step, actor: string, moments: [Moment, Moment]): string[] {
  const [before, after] = moments;
  return [...after.users].flatMap(([id, user]) => {
    const had = hasNow(before, id);
    const gained = [...hasNow(after, id)].filter(each => !had.has(each));
    const givers = giversOf(game, what, id, moments).filter(([giver]) => giver !== id);
    const unfounded = gained.filter(each => !givers.some(([giver, at]) => hasNow(at, giver).has(each)));
    return [
      ...unfounded.map(each => `${id} holds ${each}, which nobody could give`),
      ...roleWrongs(what, actor, { id, was: before.users.get(id)?.role, now: user.role, before }),
    ];
  });
}

type Turn = { id: string; was: Role | undefined; now: Role; before: Moment };

/** Nobody makes somebody what they may not manage, nor changes their own role but by handing over. */
function roleWrongs(what: Step, actor: string, { id, was, now: is, before }: Turn): string[] {
  if (was === is) return [];
  if (what.do === 'accept') return is === 'user' ? [] : [`${id} became ${is} by accepting`];
  const by = before.users.get(actor)?.role ?? 'user';
  const mayBe = mayManage(by, was ? 'edit' : 'invite', is) && (!was || mayManage(by, 'edit', was));
  const handsOver = what.do === 'hand-over' && id === actor && is === 'admin';
  if (handsOver || (mayBe && id !== actor)) return [];
  return [`${actor}, who is ${by}, made ${id} ${is} of ${was}`];
}

test('nobody holds what no one above them could give, nor manages a role above their own; there is an owner', {
  timeout: 180_000,
}, async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 30 }), async steps => {
      const game = await begin();
      for (const each of steps) {
        const before = now(game);
        const { outcome, actor } = await play(game, each);
        outcomes.set(`${each.do} ${outcome}`, (outcomes.get(`${each.do} ${outcome}`) ?? 0) + 1);
        const after = now(game);
        const story = `${JSON.stringify(each)}: ${outcome}`;
        expect(outcome, story).not.toBe('unexpected');
        expect(wrongs(game, each, actor, [before, after]), story).toEqual([]);
        expect(breaches(game.front.world), story).toEqual([]);
      }
    }),
    { numRuns: 150, seed: seedOfRun },
  );
  // Every path was walked, and every refusal met.
  for (const walked of [
    'invite 201',
    'accept 200',
    'edit 200',
    'hand-over 200',
    'join 204',
    'join-by-job 202',
  ])
    expect(outcomes.get(walked) ?? 0, walked).toBeGreaterThan(5);
  for (const met of ['invite', 'edit', 'join', 'carry', 'grant'])
    expect(outcomes.get(`${met} beyond-own-access`) ?? 0, met).toBeGreaterThan(5);
});
