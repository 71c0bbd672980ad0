/** What only the local cloud offers, under `/_local`: its clock can be moved and its schedules be run. */
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import { messageOf } from '../failure.ts';
import { type HttpRequest, type HttpResponse, jsonResponse } from './http-message.ts';

type Options = { readonly clock: Clock; readonly runSchedule: (name: string) => Promise<void> };

const Move = z.object({ advanceSeconds: z.number().check(z.gte(0)) });

export const isLocal = ({ path }: HttpRequest): boolean => path.startsWith('/_local/');

export async function answerLocally(
  { method, path, body }: HttpRequest,
  { clock, runSchedule }: Options,
): Promise<HttpResponse> {
  const [, , what, name] = path.split('/');
  if (what === 'clock' && method === 'POST') {
    const move = Move.safeParse(parseJson(body));
    if (!move.success)
      return jsonResponse(400, { message: 'Say { "advanceSeconds": 3600 }, and never less than 0' });
    clock.advance(move.data.advanceSeconds);
  }
  if (what === 'clock') return jsonResponse(200, { now: new Date(clock.now()).toISOString() });
  if (what === 'schedules' && name !== undefined && method === 'POST') {
    const error = await runSchedule(decodeURIComponent(name)).then(() => undefined, messageOf);
    return error === undefined ? jsonResponse(200, { ran: name }) : jsonResponse(422, { message: error });
  }
  const doors = ['GET /_local/clock', 'POST /_local/clock', 'POST /_local/schedules/{name}'];
  return jsonResponse(404, { message: `There is ${doors.join(', ')}` });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
