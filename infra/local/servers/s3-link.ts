/** What a link to an object says besides where it is: how long it lives, and how the answer is to be named. */
import type { Answer, Call } from './http.ts';
import type { Refusal } from './s3-policy.ts';

/** Undefined where the link is alive, or the call follows none. */
export function deadLink({ url }: Call, now: Date): Refusal | undefined {
  const { searchParams } = new URL(url, 'http://s3');
  const [signed, seconds] = ['X-Amz-Date', 'X-Amz-Expires'].map(name => searchParams.get(name));
  if (!signed || !seconds) return undefined;
  const iso = signed.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const isDead = now.getTime() >= Date.parse(iso) + Number(seconds) * 1000;
  return isDead ? { status: 403, code: 'AccessDenied', message: 'Request has expired' } : undefined;
}

/** With the headers that the link asks for. */
export function asAskedFor(answer: Answer, { url }: Call): Answer {
  const { searchParams } = new URL(url, 'http://s3');
  const asked = ['content-disposition', 'content-type'].flatMap(name => {
    const value = searchParams.get(`response-${name}`);
    return value ? [[name, value] as const] : [];
  });
  return answer.status === 200
    ? { ...answer, headers: { ...answer.headers, ...Object.fromEntries(asked) } }
    : answer;
}
