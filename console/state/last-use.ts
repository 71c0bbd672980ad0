/** When somebody last used the console, in whichever tab of this browser. Milliseconds since 1970. */
const key = 'tenantry-last-use';
let here = Date.now();

/** Written no oftener than this, in milliseconds: a pointer moves many times a second. */
const step = 1000;

export function noteUse(now = Date.now()): void {
  if (now - here < step && now >= here) return;
  here = now;
  try {
    localStorage.setItem(key, String(now));
  } catch {
    // A browser may be told to keep nothing; then each tab knows of itself alone.
  }
}

export function lastUse(): number {
  try {
    return Math.max(here, Number(localStorage.getItem(key)) || 0);
  } catch {
    return here;
  }
}
