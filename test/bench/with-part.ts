/** Where a part that the page does not have yet comes in. */
const last = '## A mail';

/** The page with one of its parts anew: from its heading to the next. */
export function withPart(page: string, part: string): string {
  const [heading = ''] = part.split('\n', 1);
  const parts = page.split(/^(?=## )/m);
  const fresh = `${part.trimEnd()}\n\n`;
  const is = (wanted: string) => (each: string) => each.split('\n', 1)[0] === wanted;
  const at = parts.findIndex(is(heading));
  if (at >= 0) return parts.with(at, at === parts.length - 1 ? `${part.trimEnd()}\n` : fresh).join('');
  const before = parts.findIndex(is(last));
  return parts.toSpliced(before < 0 ? parts.length : before, 0, fresh).join('');
}
