/** Waits before one more try: 20 ms after the first, twice as long after each further one, and never in step. */
export function pause(attempt: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20 * 2 ** attempt * (0.5 + Math.random())));
}
