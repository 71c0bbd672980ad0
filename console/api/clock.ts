/** The server's clock: what an answer's Date header says, so that a wrong clock here shows no wrong expiry. */

let ahead = 0;

/** Learns from an answer how far the server's clock is ahead. The header is cut to seconds: less than 2 s is noise. */
export function noteServerTime(response: Response, sentAt: number, receivedAt = Date.now()): void {
  const said = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(said)) return;
  const difference = said + 500 - (sentAt + receivedAt) / 2;
  ahead = Math.abs(difference) < 2000 ? 0 : difference;
}

/** Milliseconds since 1970, as the server counts them. */
export function serverNow(): number {
  return Date.now() + ahead;
}
