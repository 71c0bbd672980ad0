/** Whether a call may pass: who signed it, what it needs, and what its caller's policies grant. */
import type { Answer, Call } from '../servers/http.ts';
import { secretAccessKey } from '../servers/place.ts';
import { needsNoSignature } from './actions/cognito.ts';
import type { Caller } from './caller.ts';
import { isServed, mapCall, type Service, targetOf } from './map-call.ts';
import { type Mapped, type MapWorld, need } from './needs.ts';
import { evaluate, type Principal } from './policies.ts';
import { accessDenied, notMapped, notSigned, unknownKey } from './refusals.ts';

export type Law = MapWorld & { readonly principals: ReadonlyMap<string, Principal> };

/** Whoever signs with this key may do everything: the local cloud itself, when it creates what the template says. */
export const administrator = { accessKeyId: 'LOCALADMINISTRATOR', secretAccessKey } as const;

/** Where a call may go, or why not. */
export type Ruling = { readonly operation: string; readonly actions: readonly string[] } & (
  | { readonly service: Service }
  | { readonly refused: Answer }
);

export async function rule(law: Law, call: Call, { accessKeyId, service }: Caller): Promise<Ruling> {
  const { operation: target } = targetOf(call);
  if (!isServed(service)) {
    const refused = service ? notMapped(service, call, target) : notSigned(call);
    return { operation: target || call.method, actions: [], refused };
  }
  if (accessKeyId === undefined) return ruleUnsigned(service, call, target);
  const mapped = await mapCall(service, call, law);
  const { operation } = mapped;
  const actions = [...new Set(mapped.needs?.map(({ action }) => action))];
  const refused = await refusalOf(law, service, call, mapped, accessKeyId);
  return refused ? { operation, actions, refused } : { operation, actions, service };
}

function ruleUnsigned(service: Service, call: Call, target: string): Ruling {
  const preflight = service === 's3' && call.method === 'OPTIONS';
  const free = preflight || (service === 'cognito-idp' && needsNoSignature(target));
  const facts = { operation: target || call.method, actions: [] };
  return free ? { ...facts, service } : { ...facts, refused: notSigned(call) };
}

type Answered = { readonly call: Call; readonly caller: Caller; readonly answer: Answer };

/** To whoever may not list a bucket, S3 says of an object that is not there that it is forbidden. */
export async function hideAbsence(law: Law, { call, caller, answer }: Answered): Promise<Answer> {
  if (caller.service !== 's3' || answer.status !== 404) return answer;
  const { accessKeyId = '' } = caller;
  const [, bucket = '', key = ''] = call.url.split(/[/?]/);
  if (key === '') return answer;
  const needs = [need('s3:ListBucket', `arn:aws:s3:::${bucket}`)];
  return (await refusalOf(law, 's3', call, { operation: 'ListBucket', needs }, accessKeyId)) ?? answer;
}

/** The answer to a stranger, or to the first need that the caller's policies do not grant. */
async function refusalOf(
  law: Law,
  service: Service,
  call: Call,
  { operation, needs }: Mapped,
  accessKeyId: string,
): Promise<Answer | undefined> {
  if (accessKeyId === administrator.accessKeyId) return undefined;
  const principal = law.principals.get(accessKeyId);
  if (!principal) return unknownKey(service, call);
  if (!needs) return notMapped(service, call, operation);
  for (const each of needs) {
    const verdict = await evaluate(principal, each, law.place);
    if (verdict !== 'Allowed') return accessDenied(service, call, principal, each, verdict);
  }
  return undefined;
}
