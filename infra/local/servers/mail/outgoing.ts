/** What a send asks for, read from either version of SES's API. */
import type { Call } from '../http.ts';

export type Outgoing = {
  readonly api: 'v1' | 'v2';
  /** As given: `Tenantry <no-reply@example.com>` or the bare address. */
  readonly source: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly configurationSet?: string;
  readonly tags: Readonly<Record<string, string>>;
};

/** Reads a send of one message; undefined when the call is anything else. */
export function readOutgoing(call: Call): Outgoing | undefined {
  const path = call.url.split('?')[0];
  if (call.method !== 'POST') return undefined;
  if (path === '/v2/email/outbound-emails') return readV2(JSON.parse(call.body.toString()) as SendV2);
  if (path !== '/') return undefined;
  const form = new URLSearchParams(call.body.toString());
  return form.get('Action') === 'SendEmail' ? readV1(form) : undefined;
}

function readV1(form: URLSearchParams): Outgoing {
  const configurationSet = form.get('ConfigurationSetName');
  return {
    api: 'v1',
    source: form.get('Source') ?? '',
    recipients: ['To', 'Cc', 'Bcc'].flatMap(kind => members(form, `Destination.${kind}Addresses.member.`)),
    subject: form.get('Message.Subject.Data') ?? '',
    ...(configurationSet === null ? {} : { configurationSet }),
    tags: tagsOf(form),
  };
}

function members(form: URLSearchParams, prefix: string): string[] {
  return [...form].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
}

function tagsOf(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index++) {
    tags[form.get(`Tags.member.${index}.Name`) ?? ''] = form.get(`Tags.member.${index}.Value`) ?? '';
  }
  return tags;
}

type SendV2 = {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  Content?: { Simple?: { Subject?: { Data?: string } } };
  ConfigurationSetName?: string;
  EmailTags?: { Name: string; Value: string }[];
};

function readV2(send: SendV2): Outgoing {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = send.Destination ?? {};
  return {
    api: 'v2',
    source: send.FromEmailAddress ?? '',
    recipients: [...ToAddresses, ...CcAddresses, ...BccAddresses],
    subject: send.Content?.Simple?.Subject?.Data ?? '',
    ...(send.ConfigurationSetName === undefined ? {} : { configurationSet: send.ConfigurationSetName }),
    tags: Object.fromEntries((send.EmailTags ?? []).map(({ Name, Value }) => [Name, Value])),
  };
}

/** The bare address of `Name <address>`, in lower case. */
export function addressOf(mailbox: string): string {
  return (/<([^>]*)>/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();
}
