/** Whether what was typed is a name, as far as eyes can tell: asked for before what cannot be undone. */
export function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');
  return plain(typed) === plain(name);
}
