/** Mail through SES: one recipient a mail, tagged so that every report of it finds its way back. */
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer } from '../ports/messages.ts';

export function openSes({ from, configurationSet }: { from: string; configurationSet: string }): Mailer {
  const client = new SESClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 8000 },
  });
  return {
    send: async ({ to, subject, html, text, tags }) => {
      await client.send(
        new SendEmailCommand({
          Source: from,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: configurationSet,
          Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          Message: {
            Subject: utf8(subject),
            Body: { Html: utf8(html), Text: utf8(text) },
          },
        }),
      );
    },
  };
}

function utf8(Data: string) {
  return { Data, Charset: 'UTF-8' };
}
