import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, serve } from '../../../infra/local/servers/http.ts';
import type { SesEvent } from '../../../infra/local/servers/mail/ses-events.ts';
import {
  emptyMailbox,
  listMails,
  listTexts,
  type MailServer,
  startMail,
} from '../../../infra/local/servers/mail.ts';
import { credentials, freePort, movableClock } from './servers-support.ts';

const clock = movableClock();
let mail: MailServer;
let api: LocalServer;
let ses: SESClient;
let hear: (event: SesEvent) => void;

beforeAll(async () => {
  mail = await startMail({ port: await freePort(), clock: clock.read, onSesEvent: event => hear(event) });
  mail.verifyIdentity('example.com');
  mail.defineConfigurationSet('tenantry');
  mail.defineConfigurationSet('tenantry', ['send', 'DELIVERY', 'bounce', 'complaint']);
  mail.defineConfigurationSet('bounces', ['bounce']);
  api = await serve(mail.handler, 0, 'SES');
  ses = new SESClient({ endpoint: api.endpoint, region: 'us-east-1', credentials });
});
afterAll(() => Promise.all([api.stop(), mail.stop()]));

type Wish = { to?: string; from?: string; set?: string };

const send = ({ to = 'ada@example.org', from = 'Tenantry <no-reply@example.com>', set }: Wish) =>
  ses.send(
    new SendEmailCommand({
      Source: from,
      Destination: { ToAddresses: [to] },
      Message: {
        Subject: { Data: 'You are invited' },
        Body: { Text: { Data: 'plain words' }, Html: { Data: '<p>rich words</p>' } },
      },
      Tags: [{ Name: 'invitation', Value: 'inv_1' }],
      ...(set ? { ConfigurationSetName: set } : {}),
    }),
  );

/** Sends a mail and collects as many events as it is said to bring. */
async function eventsOf(wish: Wish, count: number): Promise<{ id: string | undefined; events: SesEvent[] }> {
  const events: SesEvent[] = [];
  const heard = new Promise<void>(resolve => {
    hear = event => {
      events.push(event);
      if (events.length === count) resolve();
    };
  });
  const { MessageId } = await send(wish);
  await heard;
  return { id: MessageId, events };
}

test('a mail lands in the mailbox with both its bodies', async () => {
  await emptyMailbox(mail.endpoint);
  const { MessageId } = await send({});
  await expect(listMails(mail.endpoint)).resolves.toEqual([
    {
      messageId: MessageId,
      from: 'Tenantry <no-reply@example.com>',
      to: ['ada@example.org'],
      subject: 'You are invited',
      html: '<p>rich words</p>',
      text: 'plain words',
      at: expect.any(Number),
    },
  ]);
});

test('a text message lies there, too, to a telephone', async () => {
  await emptyMailbox(mail.endpoint);
  mail.keepSms({ to: '+4930123456', text: '123456 is your code.' });
  await send({});
  const [sms] = await listMails(mail.endpoint);
  expect(sms).toMatchObject({ from: 'SMS', to: ['+4930123456'], subject: 'SMS to +4930123456' });
  await expect(listTexts(mail.endpoint, '+4930123456')).resolves.toEqual(['123456 is your code.']);
  await expect(listTexts(mail.endpoint, '+4930654321')).resolves.toEqual([]);
});

test.each([
  ['ada@example.org', ['Email Sent', 'Email Delivered']],
  ['success@simulator.amazonses.com', ['Email Sent', 'Email Delivered']],
  ['bounce@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
  ['Bounce+invitation-7@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
  ['complaint+a@simulator.amazonses.com', ['Email Sent', 'Email Delivered', 'Email Complaint Received']],
  ['suppressionlist@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
  ['bounce@example.org', ['Email Sent', 'Email Delivered']],
])('a mail to %s is told as %j', async (to, expected) => {
  const { events } = await eventsOf({ to, set: 'tenantry' }, expected.length);
  expect(events.map(event => event['detail-type'])).toEqual(expected);
});

test('an event is what SES puts on the default bus, tags and all', async () => {
  const to = 'bounce+x@simulator.amazonses.com';
  const { id, events } = await eventsOf({ to, set: 'tenantry' }, 2);
  expect(events[1]).toMatchObject({
    version: '0',
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    account: '000000000000',
    region: 'us-east-1',
    time: '2026-11-21T12:00:00Z',
    resources: ['arn:aws:ses:us-east-1:000000000000:configuration-set/tenantry'],
    detail: {
      eventType: 'Bounce',
      mail: {
        messageId: id,
        destination: [to],
        tags: { invitation: ['inv_1'], 'ses:configuration-set': ['tenantry'] },
      },
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: to }] },
    },
  });
});

test('a configuration set publishes what it was told to, and no more', async () => {
  const { events } = await eventsOf({ to: 'bounce@simulator.amazonses.com', set: 'bounces' }, 1);
  expect(events.map(({ detail }) => detail.eventType)).toEqual(['Bounce']);
});

test("an identity's own configuration set serves where none is named", async () => {
  mail.verifyIdentity('with-set.example', 'bounces');
  const wish = { to: 'bounce@simulator.amazonses.com', from: 'a@with-set.example' };
  const { events } = await eventsOf(wish, 1);
  expect(events).toHaveLength(1);
});

test('SES refuses a sender that is not verified and a configuration set that is not there', async () => {
  await expect(send({ from: 'x@elsewhere.example' })).rejects.toMatchObject({
    name: 'MessageRejected',
    message: expect.stringContaining('Email address is not verified'),
  });
  await expect(send({ set: 'nowhere' })).rejects.toMatchObject({
    name: 'ConfigurationSetDoesNotExistException',
  });
});
