import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCursor, sealCursor } from '../../functions/steps/cursor.ts';

const question = ['org_1', 'name', ['active']];

test('a cursor opens for the question it was made for, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), position => {
      expect(openCursor(sealCursor(position, question), question)).toBe(position);
    }),
  );
});

test.each([
  [['org_2', 'name', ['active']]],
  [['org_1', '-name', ['active']]],
  [['org_1', 'name', ['active', 'invited']]],
])('it does not open for %j', other => {
  expect(openCursor(sealCursor('ann lee#usr_1', question), other)).toBeUndefined();
});

test('nothing else opens at all, and least of all what was tampered with', () => {
  const seal = sealCursor('x', question).slice(0, 16);
  for (const tampered of [
    '',
    seal,
    `${seal}===`,
    `${seal}${'_'.repeat(900)}`,
    `${seal}\u00e4`,
    seal.slice(1),
  ])
    expect(openCursor(tampered, question)).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), garbage => {
      expect(openCursor(garbage, question)).toBeUndefined();
    }),
  );
});
