/** The catalogue as a text that is edited: JSON, as the API takes it. */
import { type Catalogue, PutCatalogue } from '../../../shared/contract/catalogue.ts';
import type { FieldError } from '../../../shared/contract/problems.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { lineAt, placesIn } from './json-places.ts';

/** What is wrong, and where it begins. */
export type Fault = { offset: number; line: number; message: string };
export type Read = { ok: true; value: PutCatalogue } | { ok: false; faults: Fault[] };

/** Without what is retired: that is what leaving it out means. */
export function documentOf({ applications }: Catalogue): string {
  const offered = applications.flatMap(({ key, name, permissions }) => {
    const left = permissions.filter(({ retiredAt }) => !retiredAt);
    const isRetired = left.length === 0 && permissions.length > 0;
    return isRetired
      ? []
      : [
          {
            key,
            name,
            permissions: left.map(each => ({
              key: each.key,
              name: each.name,
              explanation: each.explanation,
            })),
          },
        ];
  });
  return `${JSON.stringify({ applications: offered }, null, 2)}\n`;
}

export function readDocument(text: string): Read {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (thrown) {
    return { ok: false, faults: [syntaxFault(text, String((thrown as Error).message))] };
  }
  const checked = PutCatalogue.safeParse(parsed);
  if (checked.success) return { ok: true, value: checked.data };
  const errors = checked.error.issues.map(issue => ({
    pointer: issue.path.map(part => `/${String(part)}`).join(''),
    code: issue.code,
    message:
      issue.code === 'unrecognized_keys'
        ? words.faults.unknown(issue.keys.join(', '))
        : issue.code === 'invalid_type'
          ? words.faults.missing
          : issue.message,
  }));
  return { ok: false, faults: faultsAt(text, errors) };
}

/** What the contract or the server says is wrong, at its place in the text. */
export function faultsAt(text: string, errors: readonly FieldError[]): Fault[] {
  const places = placesIn(text);
  return errors.map(({ pointer, message }) => {
    const offset = nearest(places, pointer);
    return { offset, line: lineAt(text, offset), message: `${nameOf(pointer)} ${message}` };
  });
}

/** What is missing has no place: it is missing in what would hold it. */
function nearest(places: ReadonlyMap<string, number>, pointer: string): number {
  return (
    places.get(pointer) ?? (pointer === '' ? 0 : nearest(places, pointer.slice(0, pointer.lastIndexOf('/'))))
  );
}

/** `key` of `/applications/0/key`; of an entry of a list, what it is one of. */
function nameOf(pointer: string): string {
  const names = pointer.split('/').filter(part => part !== '' && !/^\d+$/.test(part));
  return names.at(-1) ?? words.faults.document;
}

/** Browsers say where it breaks each in their own way, or not at all. */
function syntaxFault(text: string, said: string): Fault {
  const position = /position (\d+)/.exec(said)?.[1];
  const line = /line (\d+)/.exec(said)?.[1];
  const offset = position
    ? Number(position)
    : text.split('\n', Number(line ?? 1) - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return { offset, line: lineAt(text, offset), message: words.faults.syntax };
}
