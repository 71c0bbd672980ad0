/** What every answer to a bad request must be: the route's success, or a problem that the route may answer. */
import { expect } from 'vitest';
import {
  kernelProblems,
  ProblemDocument,
  type ProblemKind,
  problems,
} from '../../shared/contract/problems.ts';
import { type RouteKey, routeOf } from '../../shared/contract/routes.ts';
import type { Arranged } from './arrange.ts';
import { type Answer, ask, type Front, outcomeOf } from './front.ts';

/** The problems that a caller may meet on a route; failures of our own are not among them. */
function expectedOf(key: RouteKey): ProblemKind[] {
  const { failures, access, conditional, idempotent } = routeOf(key);
  const ours: ProblemKind[] = ['unexpected', 'unavailable'];
  return [
    ...failures,
    ...kernelProblems.filter(kind => !ours.includes(kind)),
    ...(access === 'anyone' ? [] : (['not-signed-in', 'session-ended', 'not-allowed', 'not-found'] as const)),
    ...(conditional ? (['precondition-required'] as const) : []),
    ...(idempotent ? (['idempotency-key-reused'] as const) : []),
  ];
}

export function expectKnown(key: RouteKey, answer: Answer): void {
  if (answer.status < 300) {
    expect(answer.status).toBe(routeOf(key).status);
    return;
  }
  const kind = outcomeOf(answer) as ProblemKind;
  expect(expectedOf(key)).toContain(kind);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(ProblemDocument.parse(answer.body)).toMatchObject({
    status: answer.status,
    title: problems[kind].title,
    requestId: expect.stringMatching(/./),
  });
  expect(answer.status).toBe(problems[kind].status);
}

/** All that can be seen of an organization, but for when people were last active. */
export async function snapshot(front: Front, { org, owner }: Arranged): Promise<unknown> {
  await front.settle(); // a mail that is still on its way changes what is shown of it
  const status = ['invited', 'active', 'inactive', 'archived'];
  const pages: unknown[] = [];
  for (let cursor: string | undefined, page = 0; page === 0 || cursor; page++) {
    const input = { org, status, limit: 200, ...(cursor && { cursor }) };
    const { body } = await ask(front, 'list-users', input, owner);
    pages.push(...body.items.map(({ lastActiveAt: _, ...user }) => user));
    cursor = body.nextCursor;
  }
  const { body: organization } = await ask(front, 'get-organization', { org }, owner);
  const { body: counts } = await ask(front, 'count-users', { org }, owner);
  return { pages, organization, counts, trail: await front.trail(org) };
}
