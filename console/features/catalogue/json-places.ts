/** Where each value of a JSON document begins in its text. */

const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g;

/** By JSON pointer. @param json a document that can be parsed */
export function placesIn(json: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const found = [...json.matchAll(tokens)];
  let at = 0;
  const next = () => found[at]?.[0];
  const members = (end: string, member: (index: number) => void) => {
    for (let index = 0; next() !== undefined && next() !== end; index += 1) {
      member(index);
      if (next() === ',') at += 1;
    }
    at += 1;
  };
  const value = (pointer: string) => {
    places.set(pointer, found[at]?.index ?? 0);
    const token = next();
    at += 1;
    if (token === '[') members(']', index => value(`${pointer}/${index}`));
    if (token === '{')
      members('}', () => {
        const name = String(JSON.parse(next() ?? '""'));
        at += 2; // the name and its colon
        value(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      });
  };
  value('');
  return places;
}

/** From 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
