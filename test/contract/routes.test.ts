/** The treaty: what every entry of the table must keep, and the files and readers that must agree with it. */
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { openapiDocument } from '../../infra/build/openapi.ts';
import type { Need } from '../../shared/contract/needs.ts';
import { kernelProblems, type ProblemKind, problemKinds, problems } from '../../shared/contract/problems.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { within } from '../architecture/sources.ts';

/** Who needs no account at all. Whatever is added here is open to the world. */
const open: RouteKey[] = [
  'accept-invitation',
  'answer-challenge',
  'confirm-email-change',
  'exchange-token',
  'forgot-password',
  'get-health',
  'get-openapi',
  'lookup-invitation',
  'refresh-session',
  'renew-invitation',
  'reset-password',
  'sign-in',
  'sign-out',
];

/** Why a POST needs no Idempotency-Key. */
const repeatable: Partial<Record<RouteKey, string>> = {
  'sign-in': 'each sign-in is a session of its own, and one too many does no harm',
  'answer-challenge': 'Cognito takes an answer once',
  'refresh-session': 'the session stays one and the same',
  'sign-out': 'a session that is over stays over',
  'forgot-password': 'one more mail does no harm, and the newest link and the older ones all work',
  'reset-password': 'the link is used up',
  'lookup-invitation': 'nothing changes',
  'accept-invitation': 'the invitation is used up',
  'renew-invitation': 'whoever asks again within a minute has the mail under way already',
  'revoke-invitation': 'what is revoked stays revoked, and the second is told so',
  'extend-invitation': 'the time is counted from now, so that twice is as once',
  'copy-invitation-link': 'one more link of the same invitation does no harm',
  'exchange-token': 'each token is of a session of its own, as after signing in',
  'create-api-client':
    'an answer that is kept would keep the secret; one application too many can be deleted',
  'rotate-api-client': 'an answer that is kept would keep the secret; rotating once more gives another',
  'deactivate-user': 'who is out stays out, and the second is told so',
  'reactivate-user': 'who is back stays back, and the second is told so',
  'archive-user': 'who is put away stays so, and the second is told so',
  'restore-user': 'who is back stays back, and the second is told so',
  'approve-user': 'who is let in stays so, and the second is told so',
  'change-user-email': 'the newest request counts, with the newest link',
  'change-my-email': 'the newest request counts, with the newest link',
  'confirm-email-change': 'the link is used up',
  'change-my-password': 'the password is what was wanted, and the second is told that the old one is gone',
  'start-import':
    'an answer that is kept would keep the form; one import too many waits for a file, and is forgotten',
  'check-import': 'a file that is being checked is, and the second is told so',
  'cancel-import': 'what is called off stays so, and the second is told so',
  'begin-authenticator': 'only the newest secret is confirmed, and none counts before',
  'begin-sms': 'one more text message, of which there are few, and the newest code counts',
  'renew-recovery-codes': 'an answer that is kept would keep the codes; renewing once more gives others',
  'reset-user-password':
    'one more mail, of which there are few, and the newest link and the older ones all work',
  'force-password-reset': 'who must choose a password already must, and gets no further mail',
  'reset-user-mfa': 'what is cleared stays cleared',
  'sign-out-user': 'who is out is out',
  'authorize-user': 'nothing changes',
  'preview-bulk': 'nothing changes',
  'pause-job': 'what is paused stays so, and the second is told so',
  'resume-job': 'what goes on goes on, and the second is told so',
  'cancel-job': 'what is called off stays so, and the second is told so',
  'hand-over-ownership': 'who has handed over is no owner any more, and the second is told so',
  'suspend-organization': 'what is closed stays closed, and the second is told so',
  'resume-organization': 'what is open stays open, and the second is told so',
  'begin-picture': 'each gives a form of its own, and what is not used is gone after five minutes',
  'begin-user-picture': 'each gives a form of its own, and what is not used is gone after five minutes',
};

/** Why a change or a removal needs no If-Match. */
const unconditional: Partial<Record<RouteKey, string>> = {
  'cancel-user-email-change': 'a change that is newer than what was seen is called off as well',
  'cancel-my-email-change': 'a change that is newer than what was seen is called off as well',
  'delete-api-client': 'nothing about one that is used or rotated meanwhile speaks for keeping it',
  'confirm-authenticator': 'the code says which secret is meant, and is good once',
  'confirm-sms': 'the code says which telephone is meant, and is good once',
  'remove-factor': 'without it is what is wanted, and the second is told so',
  'end-my-sessions': 'whichever there are, they are to end',
  'end-my-session': 'a session is never edited',
  'end-user-session': 'a session is never edited',
  'add-group-member': 'in the group is what is wanted, and once more changes nothing',
  'remove-group-member': 'out of the group is what is wanted, and once more changes nothing',
  'grant-content': 'granted under that name is what is wanted, and once more changes nothing',
  'remove-content': 'not granted is what is wanted, and once more changes nothing',
  'add-project-member': 'in the project is what is wanted, and once more changes nothing',
  'remove-project-member': 'out of the project is what is wanted, and once more changes nothing',
  'save-view': 'whatever stood under the name, this is to stand there',
  'delete-view': 'nothing under the name is what is wanted, and once more changes nothing',
  'set-picture': 'the upload says which one is meant, and the newest picture is the one to show',
  'remove-picture': 'no picture is what is wanted, whichever there was',
  'set-user-picture': 'the upload says which one is meant, and the newest picture is the one to show',
  'remove-user-picture': 'no picture is what is wanted, whichever there was',
};

/** Why what is not known is no mistake. */
const lenient: Partial<Record<RouteKey, string>> = {
  'exchange-token': 'the standard wants it ignored, such as a scope (RFC 6749, section 3.2)',
};

const parametersOf = (key: RouteKey) =>
  [...routeOf(key).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
const files = within('functions/http/');

test.each(routeKeys)('%s has one file, typed as its use case', key => {
  const own = files.filter(({ file }) => file.endsWith(`/${key}.ts`));
  expect(own).toHaveLength(1);
  expect(own[0]?.text).toContain(`: UseCase<'${key}'> = `);
});

test('there are as many files as routes', () => {
  expect(files).toHaveLength(routeKeys.length);
});

test('what is open to the world is written down', () => {
  const unguarded = routeKeys.filter(key => String(routeOf(key).access).startsWith('anyone'));
  expect(unguarded.sort()).toEqual(open);
});

test('no two routes are asked for in the same way', () => {
  const asked = routeKeys.map(key => `${routeOf(key).method} ${routeOf(key).path.replace(/\{\w+\}/g, '{}')}`);
  expect(new Set(asked).size).toBe(asked.length);
});

test.each(routeKeys)('%s: its names, its path and its input agree', key => {
  const { path, input, summary, access } = routeOf(key);
  expect(key).toMatch(/^[a-z]+(-[a-z]+)+$/);
  expect(path).toMatch(/^\/v1(\/([a-z]+(-[a-z]+)*(\.json)?|\{[a-z]+\}))+$/);
  expect(summary).toMatch(/^[A-Z].{5,90}[^.]$/);
  expect(Object.keys(input.shape)).toEqual(expect.arrayContaining(parametersOf(key)));
  const missing = input.safeParse({}).error?.issues.map(issue => issue.path[0]);
  if (path.includes('{')) expect(missing).toEqual(expect.arrayContaining(parametersOf(key)));
  const isHeldThere = typeof access === 'object' && 'permission' in access;
  expect(isHeldThere, 'a permission is held in an organization').toBe('org' in input.shape);
});

test.each(routeKeys.filter(key => !lenient[key]))('%s takes no field that nobody knows', key => {
  const result = routeOf(key).input.safeParse({ nobodyKnows: 1 });
  expect(result.error?.issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true);
});

test.each(routeKeys)('%s: what it answers can be described and written', key => {
  const { output, status } = routeOf(key);
  if (output.def.type === 'undefined') return expect([202, 204]).toContain(status);
  expect([200, 201, 202]).toContain(status);
  expect(JSON.parse(JSON.stringify(z.toJSONSchema(output, { io: 'output' })))).toHaveProperty('$schema');
});

test.each(routeKeys)('%s lists failures that exist, once, and none of the kernel’s', key => {
  const failures: readonly ProblemKind[] = routeOf(key).failures;
  expect(new Set(failures).size).toBe(failures.length);
  for (const kind of failures) {
    expect(problems).toHaveProperty(kind);
    expect(kernelProblems).not.toContain(kind);
  }
});

test('every problem can happen', () => {
  const listed = new Set<string>([...kernelProblems, ...routeKeys.flatMap(key => routeOf(key).failures)]);
  const said = within('functions/')
    .map(({ text }) => text)
    .join('\n');
  const idle = problemKinds.filter(kind => !listed.has(kind) && !said.includes(`'${kind}'`));
  expect(idle).toEqual([]);
});

test.each(problemKinds)('%s says what happened and what to do, in sentences', kind => {
  const { status, title, detail } = problems[kind];
  expect(status).toBeGreaterThanOrEqual(400);
  expect(title).toMatch(/^[A-Z].{3,50}[^.]$/);
  expect(detail).toMatch(/^[A-Z].*\.$/);
});

test.each(routeKeys)('%s: reading changes nothing, and changing knows its needs', key => {
  const { method, needs, conditional, idempotent, cookie } = routeOf(key);
  if (method === 'GET') {
    const reading: readonly Need[] = ['directory:read', 'files:link', 'files:show-import'];
    expect(needs.filter(need => !reading.includes(need))).toEqual([]);
    expect([conditional, idempotent, cookie]).toEqual([undefined, undefined, undefined]);
  }
  expect(new Set(needs).size).toBe(needs.length);
  expect(needs).not.toContain('mail:send');
  expect(needs).not.toContain('events:publish');
  const changes = ['PUT', 'PATCH', 'DELETE'].includes(method);
  expect(conditional === true).toBe(changes && !unconditional[key]);
});

test('every POST can be repeated: under a key, or for a reason', () => {
  const posts = routeKeys.filter(key => routeOf(key).method === 'POST');
  const keyed = posts.filter(key => routeOf(key).idempotent);
  expect(keyed.sort()).toEqual([
    'change-group-members',
    'commit-import',
    'create-custom-role',
    'create-group',
    'create-organization',
    'create-project',
    'invite-user',
    'retry-job',
    'send-invitation',
    'start-bulk',
    'start-export',
  ]);
  expect([...keyed, ...Object.keys(repeatable)].sort()).toEqual(posts.sort());
});

test('what staff do over several organizations says for whom, or is the operators’ alone', () => {
  const staffs = routeKeys.filter(key => {
    const { access } = routeOf(key);
    return typeof access === 'object' && 'staff' in access;
  });
  const forPartners = staffs.filter(key => 'partner' in routeOf(key).input.shape);
  expect(forPartners.sort()).toEqual(['create-organization', 'list-all-users', 'list-organizations']);
  expect(staffs.filter(key => !forPartners.includes(key)).sort()).toEqual(['get-catalogue', 'put-catalogue']);
});

test('who asks is judged elsewhere by one route alone', () => {
  const judging = routeKeys.filter(key => routeOf(key).access === 'asker');
  expect(judging).toEqual(['authorize-user']);
});

test('the description for the world tells of these routes, and of no others', () => {
  const { paths } = openapiDocument() as { paths: Record<string, object> };
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  );
  expect(told.sort()).toEqual(routeKeys.map(key => `${routeOf(key).method} ${routeOf(key).path}`).sort());
});
