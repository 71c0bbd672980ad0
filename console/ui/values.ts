/** What a form holds: by field, a text, a switch, one choice, or several. */
export type Value = string | boolean | null | readonly string[];
export type Values = Readonly<Record<string, Value>>;

/** Of several, the order says nothing. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  return one.length === other.length && one.every(each => other.includes(each));
}
