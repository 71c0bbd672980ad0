import fc from 'fast-check';
import { test } from 'vitest';
import { Role } from '../../../shared/contract/roles.ts';
import { seedOfRun } from '../../world/chance.ts';
import type { Deed } from './deeds.ts';
import type { Step } from './game.ts';
import { begin, play } from './play.ts';

const deeds: Deed[] = [
  'send-invitation',
  'revoke-invitation',
  'extend-invitation',
  'copy-invitation-link',
  'deactivate-user',
  'deactivate-user',
  'reactivate-user',
  'reactivate-user',
  'archive-user',
  'archive-user',
  'restore-user',
  'restore-user',
  'edit-user',
  'change-user-email',
  'change-user-email',
  'change-user-email',
  'cancel-user-email-change',
  'delete-user',
];

const org = fc.constantFrom(0, 1);
/** Numbers that stand for people and addresses; who they are depends on who is there by then. */
const by = fc.nat({ max: 1000 });
const who = fc.nat({ max: 1000 });
const address = fc.nat({ max: 5 });
const role = fc.constantFrom<Role>('manager', 'manager', ...Role.options);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ do: 'nothing' } as const),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('invite' as const),
      org,
      by,
      address,
      role,
      silent: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      deed: fc.constantFrom(...deeds),
      org,
      by,
      who,
      role,
      address,
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('accept' as const),
      org,
      who,
      link: fc.constantFrom(0, 0, 0, 1, 2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('confirm' as const), link: fc.constantFrom(0, 0, 0, 1, 2) }),
  },
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 60, 90, 180) }),
  fc.constant({ do: 'expire' } as const),
);

test('whatever people do, in any order, the product and its model say the same', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async steps => {
      const game = await begin();
      for (const each of steps) await play(game, each);
    }),
    { numRuns: 300, seed: seedOfRun },
  );
});
