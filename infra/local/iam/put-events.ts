/** EventBridge's wire, for the one operation that Lambdas call. */
import { messageOf } from '../failure.ts';
import type { Answer, Call } from '../servers/http.ts';
import { targetOf } from './map-call.ts';

/** Takes PutEvents' request and gives its result; what it throws becomes EventBridge's ValidationException. */
export type PutEvents = (request: unknown) => object | Promise<object>;

const json = { 'content-type': 'application/x-amz-json-1.1' };

export async function putEvents(call: Call, put: PutEvents): Promise<Answer> {
  const { operation } = targetOf(call);
  if (operation !== 'PutEvents')
    return refused('UnknownOperationException', `${operation} is not known here.`);
  try {
    const result = await put(JSON.parse(call.body.toString()));
    return { status: 200, headers: json, body: JSON.stringify(result) };
  } catch (error) {
    return refused('ValidationException', messageOf(error));
  }
}

function refused(code: string, message: string): Answer {
  return { status: 400, headers: json, body: JSON.stringify({ __type: code, message }) };
}
