/** Answers for some seconds, and one request for those who ask the same at once. What fails is asked anew. */

/** So many at most; beyond, the oldest are forgotten. */
const mostRemembered = 10_000;

export function remembering<T>(
  forMs: number,
  now: () => number = Date.now,
): (name: string, find: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { found: Promise<T>; until: number }>();
  const forget = (name: string, found: Promise<T>) => {
    if (kept.get(name)?.found === found) kept.delete(name);
  };
  return (name, find) => {
    const known = kept.get(name);
    if (known && now() < known.until) return known.found;
    const found = find();
    kept.delete(name); // so that the order is that of age
    kept.set(name, { found, until: now() + forMs });
    found.catch(() => forget(name, found));
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > mostRemembered) kept.delete(oldest);
    return found;
  };
}
