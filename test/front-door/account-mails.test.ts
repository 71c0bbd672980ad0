/** Whatever happens to somebody's account, they hear of it, and so does whoever has to do something about it. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  password,
} from '../harness/arrange.ts';
import { enrolApp, recoverWith } from '../harness/arrange-factors.ts';
import { arrangeAwaiting, arrangeLookedAfter, arrangePartner } from '../harness/arrange-partner.ts';
import { changeSettings } from '../harness/arrange-settings.ts';
import { ask, type Front, type Received, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

/** All mails to an address but the invitation, oldest first. */
async function mailsTo(email: string): Promise<Received[]> {
  await front.settle();
  return (await front.mailsTo(email)).filter(({ text }) => !text.includes('/accept#'));
}

const subjectsTo = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);

test('a change of address: both addresses are told, and the old one once it is done', async () => {
  const { email: old, ...them } = await arrangeUser(front, home);
  const email = freshEmail('new');
  expect((await ask(front, 'change-my-email', { email, password }, them)).status).toBe(202);
  const [request] = await mailsTo(email);
  expect(request?.subject).toBe('Confirm your new email address');
  const [notice] = await mailsTo(old);
  expect(notice?.text).toContain(`to change the email address of your account at Northwind to ${email}.`);
  await ask(front, 'confirm-email-change', { token: tokenIn(request) });
  expect(await subjectsTo(old)).toEqual([
    'Your email address is about to change',
    'Your email address was changed',
  ]);
  expect(await subjectsTo(email)).toHaveLength(1);
});

test('an address that somebody has: only they hear that it was wanted, without who wanted it', async () => {
  const [them, holder] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  await ask(front, 'change-my-email', { email: holder.email, password }, them);
  expect(await subjectsTo(them.email)).toEqual(['Your email address is about to change']);
  const [told, ...more] = await mailsTo(holder.email);
  expect(more).toEqual([]);
  expect(told?.subject).toBe('This address has an account already');
  expect(told?.text).not.toContain(them.email);
});

test('an administrator who changes something about an account is named', async () => {
  const { id: user, email } = await arrangeUser(front, home);
  const about = { org: home.org, user };
  await ask(front, 'change-user-email', { ...about, email: freshEmail('new') }, home.owner);
  await front.settle();
  await ask(front, 'reset-user-password', about, home.owner);
  await front.settle();
  await ask(front, 'force-password-reset', about, home.owner);
  await front.settle();
  await ask(front, 'reset-user-mfa', about, home.owner);
  const mails = await mailsTo(email);
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Your email address is about to change',
    'Choose a new password',
    'You must choose a new password',
    'Your second factor was reset',
  ]);
  for (const { text } of mails) expect(text).toContain('Ada Byron, who administers Northwind, ');
});

test('a second factor that comes or goes, and a recovery code that is used', async () => {
  const them = await arrangeUser(front, home);
  const { recoveryCodes } = await enrolApp(front, them);
  await recoverWith(front, them.email, recoveryCodes[0]);
  const mails = await mailsTo(them.email);
  expect(mails[0]?.text).toContain('authenticator app');
  expect(mails.at(-1)?.text).toContain(`Recovery codes left: ${recoveryCodes.length - 1}.`);
});

test('somebody awaits a partner: the partner hears of them, and they when they are let in', async () => {
  const partner = await arrangePartner(front);
  const administrative = freshEmail('partner');
  await changeSettings(front, partner, { contacts: { administrative } });
  const theirs = await arrangeLookedAfter(front, partner);
  const { email, about } = await arrangeAwaiting(front, theirs);
  const [request] = await mailsTo(administrative);
  expect(request?.subject).toBe('Ivy Invitee awaits your approval');
  expect(request?.text).toContain(`/o/${partner.org}/approvals\n`);
  await ask(front, 'approve-user', about, partner.owner);
  const [granted] = await mailsTo(email);
  expect(granted?.text).toContain('Harbor Partners has approved your account at Blue Harbor.');
});

test('whoever was invited in a language is written to in it', async () => {
  const { email } = await arrangeInvitee(front, home, { language: 'de' });
  await front.settle();
  expect((await front.mailsTo(email))[0]?.subject).toBe('Ada Byron lädt Sie zu Northwind ein');
});
