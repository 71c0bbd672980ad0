/** Text as people look for it and expect it sorted: without case and marks. */

/** Letters that Unicode takes for letters of their own, and whoever types without them does not. */
const plain: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

/** Without case and marks, at most 120 characters: enough to sort by, and to find by. */
export function folded(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = bare.replace(/[ßæœøłđðþı]/g, letter => plain[letter] ?? letter);
  return [...letters].slice(0, 120).join(''); // by whole characters: half an emoji is no text that a key could hold
}
