import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { changesIn, type ProfileValues } from '../../console/features/account/profile-values.ts';
import { forgetTypedPassword, keepTypedPassword, typedPassword } from '../../console/state/typed-password.ts';
import { sixDigits } from '../../console/ui/code-field.tsx';
import {
  type Lie,
  leastZoom,
  type Media,
  middleOf,
  squareSide,
  within,
} from '../../console/ui/picture/crop-geometry.ts';
import * as telephone from '../../console/ui/telephone.ts';

describe('the square on a picture', () => {
  const side = fc.integer({ min: 20, max: 600 });
  const media = fc
    .record({ width: side, height: side })
    .map((size): Media => ({ ...size, naturalWidth: size.width * 3, naturalHeight: size.height * 3 }));
  const far = fc.double({ min: -3000, max: 3000, noNaN: true });
  const wish = fc.record({
    media,
    crop: fc.record({ x: far, y: far }),
    rotation: fc.double({ min: -720, max: 720, noNaN: true }),
    nearness: fc.double({ min: 1, max: 4, noNaN: true }),
  });

  /** The corners as the picture sees them: upright, from its middle. */
  function cornersOf(lie: Lie) {
    const half = squareSide / 2;
    return [-1, 1].flatMap(x =>
      [-1, 1].map(y => middleOf({ ...lie, crop: { x: lie.crop.x - x * half, y: lie.crop.y - y * half } })),
    );
  }

  test('never leaves it, wherever it is dragged', () =>
    fc.assert(
      fc.property(wish, ({ media: picture, crop, rotation, nearness }) => {
        const zoom = leastZoom(picture, rotation) * nearness;
        const lie = { crop: within(picture, { crop, rotation, zoom }), rotation, zoom };
        for (const { x, y } of cornersOf(lie)) {
          expect(Math.abs(x)).toBeLessThan(picture.width / 2 + 1e-6);
          expect(Math.abs(y)).toBeLessThan(picture.height / 2 + 1e-6);
        }
      }),
    ));

  test('stays where it lies well', () =>
    fc.assert(
      fc.property(wish, ({ media: picture, crop, rotation, nearness }) => {
        const zoom = leastZoom(picture, rotation) * nearness;
        const once = within(picture, { crop, rotation, zoom });
        const again = within(picture, { crop: once, rotation, zoom });
        expect(again.x).toBeCloseTo(once.x, 4);
        expect(again.y).toBeCloseTo(once.y, 4);
      }),
    ));
});

describe('a password that was typed', () => {
  afterEach(() => {
    forgetTypedPassword();
    vi.useRealTimers();
  });
  test('is known for its own question alone, and for three minutes', () => {
    vi.useFakeTimers();
    keepTypedPassword('one', 'secret');
    expect([typedPassword('one'), typedPassword('other')]).toEqual(['secret', undefined]);
    vi.advanceTimersByTime(3 * 60_000);
    expect(typedPassword('one')).toBeUndefined();
  });
});

describe('what is sent of a profile', () => {
  const base: ProfileValues = {
    ...{ firstName: 'Hugo', lastName: 'Martins', title: 'Boss', city: '', stateOrProvince: '' },
    ...{ country: 'PT', telephone: '+351211234567', language: 'en' },
    ...{ 'communications.product': false, 'communications.marketing': true },
  };
  const sent = (different: Partial<ProfileValues>) => changesIn({ ...base, ...different }, base, telephone);

  test.each([
    ['nothing', {}, {}],
    ['what is emptied, as null', { title: ' ' }, { title: null }],
    [
      'both choices, where one has changed',
      { 'communications.product': true },
      { communications: { product: true, marketing: true } },
    ],
    ['no telephone that is only written otherwise', { telephone: '211 234 567' }, {}],
    ['a telephone as it is stored', { telephone: '21 123 4568' }, { telephone: '+351211234568' }],
  ] as const)('%s', (_, different, expected) => expect(sent(different)).toEqual(expected));
});

test('a code may be typed as the app shows it', () => expect(sixDigits(' 123 456 ')).toBe('123456'));
