import { expect, test } from 'vitest';
import { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import { LifeMinutes, Profile } from '../../shared/contract/invitations.ts';
import { Email, LinkToken, line, lines, Password, Time } from '../../shared/contract/text.ts';
import { Username } from '../../shared/contract/users.ts';

const { country: Country, telephone: Telephone } = Profile.shape;
const name = line(100);
const note = lines(20);

/** What is typed, and what is kept of it; nothing where it is refused. */
type Row = [typed: unknown, kept?: unknown];
type Schema = { safeParse(typed: unknown): { success: boolean; data?: unknown } };

const tables: [what: string, schema: Schema, rows: Row[]][] = [
  [
    'a name',
    name,
    [
      ['Ann', 'Ann'],
      ['  Ann\t', 'Ann'],
      ['Zoe\u0308', 'Zoë'],
      ["O'Neill-Smith Jr.", "O'Neill-Smith Jr."],
      ['李', '李'],
      ['مريم', 'مريم'],
      ['👩🏽‍🚀', '👩🏽‍🚀'],
      ['x'.repeat(100), 'x'.repeat(100)],
      ['x'.repeat(101)],
      [''],
      [' \u00a0 '],
      ['A\nB'],
      ['A\u2028B'],
      ['A\0'],
      ['\u202enaV'],
      ['\ud83d'],
      [7],
    ],
  ],
  [
    'a note',
    note,
    [
      ['Hello\nyou', 'Hello\nyou'],
      ['\n Hello \n', 'Hello'],
      ['tab\there', 'tab\there'],
      ['bell\u0007'],
      ['\u2066turned\u2069'],
      ['x'.repeat(21)],
      ['\n\n'],
    ],
  ],
  [
    'an email address',
    Email,
    [
      ['Ann.Lee@Example.COM', 'ann.lee@example.com'],
      [' ann+tag@mail.example.org ', 'ann+tag@mail.example.org'],
      ["o'neill@example.ie", "o'neill@example.ie"],
      ['ann'],
      ['ann@'],
      ['@example.com'],
      ['ann@example'],
      ['a b@example.com'],
      ['ann@example.com, bob@example.com'],
      ['Ann <ann@example.com>'],
      ['ann@example.com\nBcc: all@example.com'],
      ['ann..lee@example.com'],
      [`${'a'.repeat(250)}@example.com`],
      [null],
    ],
  ],
  [
    'a username',
    Username,
    [
      ['Ann-Lee2', 'ann-lee2'],
      [' a ', 'a'],
      ['7', '7'],
      ['-ann'],
      ['ann-'],
      ['ann lee'],
      ['ann_lee'],
      ['änn'],
      [''],
      ['a'.repeat(64), 'a'.repeat(64)],
      ['a'.repeat(65)],
    ],
  ],
  [
    'a telephone number',
    Telephone,
    [
      ['+442079460000', '+442079460000'],
      [' +49 (30) 123-456.7 ', '+49301234567'],
      ['020 7946 0000'],
      ['+0123456789'],
      ['+123'],
      ['+1234567890123456'],
      ['+44 20 CALL ME'],
      ['٠١٢٣٤٥٦٧'],
      [`+4${' '.repeat(40)}9301234567`],
    ],
  ],
  ['a country', Country, [['GB', 'GB'], ['de', 'DE'], [' fr ', 'FR'], ['GBR'], ['G'], ['1A'], ['']]],
  [
    'a life in minutes',
    LifeMinutes,
    [[5, 5], [43_200, 43_200], [4], [43_201], [7.5], ['60'], [Number.NaN], [Number.POSITIVE_INFINITY]],
  ],
  [
    'a password',
    Password,
    [
      [' four words in a row ', 'four words in a row'],
      ['Zoe\u0308 has 15 letters', 'Zoë has 15 letters'],
      ['x'.repeat(256), 'x'.repeat(256)],
      ['x'.repeat(257)],
      ['two\nlines'],
      ['   '],
    ],
  ],
  [
    'the token of a link',
    LinkToken,
    [
      ['A'.repeat(43), 'A'.repeat(43)],
      ['A'.repeat(42)],
      ['A'.repeat(44)],
      [`${'A'.repeat(42)}=`],
      [`${'A'.repeat(42)} `],
    ],
  ],
  [
    'a moment',
    Time,
    [
      ['2026-11-21T12:00:00.000Z', '2026-11-21T12:00:00.000Z'],
      ['2026-11-21T12:00:00Z'],
      ['2026-11-21T12:00:00.000+01:00'],
      ['2026-02-30T12:00:00.000Z'],
      ['yesterday'],
    ],
  ],
  [
    'the id of an organization',
    OrganizationId,
    [
      [`org_${'0'.repeat(26)}`, `org_${'0'.repeat(26)}`],
      [`usr_${'0'.repeat(26)}`],
      [`org_${'0'.repeat(25)}`],
      [`ORG_${'0'.repeat(26)}`],
      [`org_${'0'.repeat(25)}O`],
      [`org_${'0'.repeat(25)}*`],
      [`org_${'0'.repeat(26)}\n`],
    ],
  ],
  [
    'the id of a person',
    PersonId,
    [[`usr_${'z'.repeat(26)}`, `usr_${'z'.repeat(26)}`], [`usr_${'u'.repeat(26)}`]],
  ],
];

const cases = tables.flatMap(([what, schema, rows]) =>
  rows.map(([typed, kept]) => ({ what, schema, kept, typed, shown: JSON.stringify(typed)?.slice(0, 40) })),
);

test.each(cases)('$what: $shown', ({ schema, typed, kept }) => {
  const result = schema.safeParse(typed);
  expect(result.success ? result.data : undefined).toEqual(kept);
});
