import type { Arranged } from './arrange.ts';
import { ask, type Front } from './front.ts';

/** Changes settings of an organization; what is left out stays. */
export async function changeSettings(front: Front, { org, owner }: Arranged, change: object): Promise<void> {
  const { headers } = await ask(front, 'get-settings', { org }, owner);
  const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
  const { status, body } = await ask(front, 'edit-settings', { org, ...change }, owner, ifMatch);
  if (status !== 200) throw new Error(JSON.stringify(body));
}
