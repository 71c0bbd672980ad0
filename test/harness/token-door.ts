/** The door of scripts: forms, and refusals in OAuth's words (RFC 6749). */
import { expect } from 'vitest';
import type * as z from 'zod/mini';
import { problems } from '../../shared/contract/problems.ts';
import { type TokenAnswer, TokenRefusal } from '../../shared/contract/tokens.ts';
import type { Client } from './arrange-scripts.ts';
import type { Answer, Front } from './front.ts';

type Told = Partial<z.output<typeof TokenAnswer> & TokenRefusal>;

/** A form as it stands on the wire. */
export async function sendForm(
  front: Front,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer<Told>> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const request = { method: 'POST', path: '/v1/auth/token', headers: { ...type, ...headers }, body };
  return (await front.send(request)) as Answer<Told>; // whose bodies the tests look at
}

/** Sends the fields that are there, one by one. */
export function exchangeToken(
  front: Front,
  fields: Record<string, string | undefined>,
  headers?: Record<string, string>,
): Promise<Answer<Told>> {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return sendForm(front, `${new URLSearchParams(given)}`, headers);
}

export const basic = ({ id, secret }: Client) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** What every refusal of this route is, and this one in particular. */
export function expectRefusal(answer: Answer, status: number, error: TokenRefusal['error']): TokenRefusal {
  expect([answer.status, (answer.body as TokenRefusal).error]).toEqual([status, error]);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    pragma: 'no-cache',
  });
  const refusal = TokenRefusal.parse(answer.body);
  expect(Object.keys(answer.body as object).sort()).toEqual(['error', 'error_description', 'error_uri']);
  expect(refusal.error_description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
  expect(Object.keys(problems)).toContain(refusal.error_uri.replace('/problems/', ''));
  return refusal;
}
