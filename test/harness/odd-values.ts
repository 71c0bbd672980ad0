/** What forms and scripts send by mistake or on purpose: values that no field takes, and values that some do. */
import type { Field, Kind } from './fields.ts';

type Named = readonly [name: string, value: unknown];

const others: Readonly<Record<Kind, Named>> = {
  text: ['text', 'text'],
  number: ['a number', 7],
  boolean: ['a boolean', true],
  object: ['an object', { a: 1 }],
  list: ['a list', ['text']],
};

/** Wrong for every field of a kind, whatever else the field says. `valid` is what it would take. */
export function neverTaken({ kind, nullable }: Pick<Field, 'kind' | 'nullable'>, valid: unknown): Named[] {
  const wrongTypes = Object.entries(others).flatMap(([other, value]) => (other === kind ? [] : [value]));
  const noNull: Named[] = nullable ? [] : [['null', null]];
  const noList: Named[] =
    kind === 'list' ? [['a list of odd things', [7, { a: 1 }]]] : [['an empty list', []]];
  return [...noNull, ...noList, ...wrongTypes, ...outOfBounds(kind, String(valid))];
}

function outOfBounds(kind: Kind, valid: string): Named[] {
  if (kind === 'number') return [1.5, -1, 1e15, 1e300].map(value => [`the number ${value}`, value] as const);
  if (kind !== 'text') return [];
  return [
    ['nothing', ''],
    ['spaces', ' \t '],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['a NUL', `${valid}\0${valid}`],
    ['a control character', `${valid}\u0007${valid}`],
    ['half a character', `${valid}\ud800${valid}`],
    ['a mark that turns text round', `${valid}\u202e${valid}`],
  ];
}

/** Some fields take them and some do not; none may fall over them. */
export function sometimesTaken(kind: Kind, valid: unknown): Named[] {
  if (kind === 'number') return [['zero', 0]];
  if (kind === 'list') return [['an empty list', []]];
  if (kind !== 'text') return [];
  const text = String(valid);
  return [
    ['emoji', '👩🏽‍🚀🎉'],
    ['emoji up to the brim', '😀'.repeat(50)],
    ['right-to-left text', 'مرحبا بالعالم'],
    ['letters with marks', 'Zoe\u0308 Ångström'],
    ['one letter that unfolds to many', '\ufdfa'.repeat(90)],
    ['spaces around it', `  ${text}  `],
    ['capitals', text.toUpperCase()],
    ['small letters', text.toLowerCase()],
    ['an invisible character', `${text}\u200b`],
    ['a line break', `${text}\n${text}`],
    ['markup', '<script>alert(1)</script>'],
    ['a quotation', `"'; DROP TABLE users; --`],
    ['a path', '../../etc/passwd'],
    ['a placeholder', '{{link}}$&%00'],
    ['the name of a property', '__proto__'],
    ['a delimiter of keys', 'ORG#a|b:c'],
  ];
}
