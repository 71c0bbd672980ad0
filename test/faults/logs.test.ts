/** Every line of the log is one JSON object, and no line holds a secret or anything personal. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendInvitationEmail } from '../../functions/events/send-invitation-email.ts';
import { queueHandler } from '../../functions/runtime/queue.ts';
import { arrangeOrganization, arrangeUser, onboarding, password, profile } from '../harness/arrange.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask, refused, type Session, sessionIn, tokenIn } from '../harness/front.ts';
import { around } from '../world/around.ts';
import { type FakeWorld, fakeWorld } from '../world/fake-world.ts';

let lines: string[];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(text => lines.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation(text => lines.push(String(text)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const note = 'Meet me at the old lighthouse at noon.';
const reset = 'eleven blue kites over the harbour';

/** Everything that must stay out: by now, in this world. */
function secretsOf(world: FakeWorld, sessions: Session[]): string[] {
  const mails = world.mailbox.flatMap(({ to, text, html, subject }) => [
    to,
    subject,
    ...text.split('\n').filter(line => line.length > 12),
    ...(html.match(/>[^<>]{12,}</g) ?? []).map(part => part.slice(1, -1)),
    ...(text.match(/#[\w-]{43}/g) ?? []).map(token => token.slice(1)),
  ]);
  const hashes = world.directory
    .stored()
    .flatMap(entity =>
      entity.type === 'link' ? [entity.hash] : entity.type === 'email' ? [entity.email] : [],
    );
  const held = sessions.flatMap(({ accessToken, cookie }) => [
    accessToken,
    cookie,
    cookie.split(':').at(-1) ?? '',
  ]);
  const typed = [password, reset, note, profile.telephone, profile.firstName, profile.lastName];
  return [...new Set([...mails, ...hashes, ...held, ...typed])];
}

function expectClean(secrets: readonly string[]): void {
  const text = lines.join('');
  expect(text.length).toBeGreaterThan(0);
  for (const line of text.trimEnd().split('\n'))
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) });
  const decoded = text.replaceAll('\\n', '\n');
  expect(secrets.filter(secret => text.includes(secret) || decoded.includes(secret))).toEqual([]);
}

/** The way of an invitation, of signing in and of a forgotten password, with everything that can be refused. */
async function wholeWay(front: FakeFront): Promise<Session[]> {
  const home = await arrangeOrganization(front);
  const them = await arrangeUser(front, home);
  const email = 'invitee.with.a.secret@example.com';
  const person = {
    firstName: 'Ivy',
    lastName: 'Invitee',
    email,
    role: 'user',
    access: { mode: 'all' },
    note,
  };
  const invited = await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
  await refused(front, 'invite-user', { org: home.org, ...person }, home.owner);
  await refused(front, 'invite-user', { org: home.org, ...person, odd: note }, home.owner);
  await front.settle();
  const token = tokenIn((await front.mailsTo(email)).at(-1));
  await ask(front, 'lookup-invitation', { token });
  await refused(front, 'accept-invitation', { ...onboarding(token), password: `${email}!` });
  const accepted = await ask(front, 'accept-invitation', onboarding(token));
  await refused(front, 'sign-in', { email, password: reset });
  const signedIn = await ask(front, 'sign-in', { email, password });
  await ask(front, 'refresh-session', {}, sessionIn(signedIn));
  await ask(front, 'forgot-password', { email });
  await front.settle();
  const link = tokenIn((await front.mailsTo(email)).at(-1));
  const chosen = await ask(front, 'reset-password', { token: link, password: reset });
  await refused(front, 'reset-password', { token: link, password: reset });
  await front.settle();
  await ask(front, 'sign-out', {}, sessionIn(chosen));
  await ask(front, 'deactivate-user', { org: home.org, user: invited.body.id }, home.owner);
  await front.settle();
  return [home.owner, them, sessionIn(accepted), sessionIn(signedIn), sessionIn(chosen)];
}

test('the whole way of an invitation, a sign-in and a forgotten password', async () => {
  const world = fakeWorld();
  const sessions = await wholeWay(fakeFront(world));
  expect(world.mailbox.length).toBeGreaterThan(2);
  expectClean(secretsOf(world, sessions));
});

/** Errors that quote what they were given, as those of libraries do; some even look like a stack. */
const quoting: Record<string, (given: string) => unknown> = {
  'an error': given => new Error(`Cannot store ${given}`),
  'an error over several lines': given => new Error(`Cannot store\n    at ${given}\n  at x (${given}:1:1)`),
  'an error with a cause and more': given =>
    Object.assign(new Error(given, { cause: new Error(given) }), {
      item: given,
      $metadata: { requestId: 'r' },
    }),
  'a text': given => given,
  'an object': given => ({ message: given }),
  nothing: () => undefined,
};

test.each(Object.keys(quoting))('%s that quotes what it was given is thrown from every call', async kind => {
  const world = fakeWorld();
  const sessions = await wholeWay(fakeFront(world));
  const secrets = secretsOf(world, sessions);
  const broken = around(world, async () => {
    throw quoting[kind]?.(secrets.join(' '));
  });
  const front = fakeFront(broken);
  lines = [];
  const answer = await refused(front, 'sign-in', { email: 'a@example.com', password });
  expect(answer.body).toMatchObject({ status: 500, type: '/problems/unexpected' });
  expect(secrets.filter(secret => JSON.stringify(answer).includes(secret))).toEqual([]);
  await refused(front, 'accept-invitation', onboarding('A'.repeat(43)));
  const event = world.directory.events.find(({ action }) => action === 'user.invited');
  const body = JSON.stringify({ detail: event });
  const handler = queueHandler('send-invitation-email', sendInvitationEmail, broken);
  const { batchItemFailures } = await handler({ Records: [{ messageId: 'm1', body }] } as never);
  expect(batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
  expectClean(secrets);
  expect(lines.join('')).toContain('"level":"error"');
});

test('a message that is no JSON is refused without being quoted', async () => {
  const handler = queueHandler('send-invitation-email', sendInvitationEmail, fakeWorld());
  const { batchItemFailures } = await handler({
    Records: [{ messageId: 'm1', body: `{ ${password}` }],
  } as never);
  expect(batchItemFailures).toHaveLength(1);
  expectClean([password]);
});
