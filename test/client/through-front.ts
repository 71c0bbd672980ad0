/** `fetch` that knocks at the front door. */
import type { Front } from '../harness/front.ts';

export function throughFront(front: Pick<Front, 'send'>, sent: string[] = []): typeof fetch {
  return async (url, { method = 'GET', headers, body } = {}) => {
    const text = String(body);
    sent.push(text);
    const path = new URL(String(url)).pathname;
    const answer = await front.send({ method, path, headers: { ...(headers as object) }, body: text });
    return Response.json(answer.body, { status: answer.status });
  };
}
