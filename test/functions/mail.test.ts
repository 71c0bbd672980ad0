import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MailName, type MailValues, mails } from '../../functions/mail/mails.ts';
import { renderMail } from '../../functions/mail/render-mail.ts';
import { templates } from '../../functions/mail/templates.ts';
import { catalogue } from '../../functions/mail/texts/catalogue.ts';
import { Language } from '../../shared/contract/text.ts';

const token = 'q3X9bN4sV1kLr8TzEwPa0UYmC6JhFd2GoI7vKcQxZyB';
const moment = new Date(Date.UTC(2026, 10, 21, 18, 54));
const names = Object.keys(mails) as MailName[];
const every = names.flatMap(mail => Language.options.map(language => ({ mail, language })));

const invitation: MailValues<'invitation'> = {
  organizationName: 'Northwind Traders',
  inviterName: 'Mara Lind',
  inviteeName: 'Jonas Beck',
  role: 'manager',
  note: 'Welcome!\n\nAsk me anything.',
  link: `https://accounts.example.com/accept#token=${token}`,
  expiresAt: moment,
};
const samples: { readonly [M in MailName]: MailValues<M> } = {
  invitation,
  'password-reset': {
    organizationName: 'Northwind Traders',
    personName: 'Jonas Beck',
    link: `https://accounts.example.com/reset-password#token=${token}`,
    expiresAt: moment,
  },
  'password-changed': {
    organizationName: 'Northwind Traders',
    personName: 'Jonas Beck',
    changedAt: moment,
    signInLink: 'https://accounts.example.com/sign-in',
    forgotPasswordLink: 'https://accounts.example.com/forgot-password',
  },
};

const invite = (values: Partial<MailValues<'invitation'>>, language: Language = 'en') =>
  renderMail({ mail: 'invitation', language, values: { ...invitation, ...values } });
const placeholdersOf = (template: string) => new Set(template.match(/(?<=\{\{)\w+(?=\}\})/g));
const tagsOf = (html: string) => html.match(/<[^>]*>/g)?.filter(tag => tag !== '<br>');

test.each(every)('$mail in $language is whole', ({ mail, language }) => {
  const { subject, html, text } = renderMail({ mail, language, values: samples[mail] });

  expect(subject).toMatch(/^\S.{5,80}\S$/);
  expect(`${subject}${html}${text}`).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  expect(html).toContain(`<html lang="${language}" dir="ltr"`);
  expect(html.length).toBeLessThan(20_000);
  for (const part of [html, text]) {
    expect(part).toContain('Jonas Beck');
    expect(part).toContain('18:54 UTC');
    expect(part).toContain('2026');
  }
  for (const value of Object.values(samples[mail])) {
    if (typeof value !== 'string' || !value.startsWith('https:')) continue;
    expect(html).toContain(`href="${value}"`);
    expect(html).toContain(`>${value}</a>`);
    expect(text.split('\n')).toContain(value);
  }
});

test.each(names)('both parts of %s say the same', mail => {
  const onlyInHtml = ['language', 'subject', 'preheader', 'initial', 'organizationName', 'buttonHint'];
  const html = placeholdersOf(templates[mail].html);
  for (const name of onlyInHtml) html.delete(name);
  expect(placeholdersOf(templates[mail].text)).toEqual(html);
});

test.each(['de', 'fr', 'es'] as const)('nothing in %s is left in English', language => {
  for (const mail of names) {
    const english: Record<string, unknown> = catalogue.en.letters[mail];
    for (const [name, sentence] of Object.entries(catalogue[language].letters[mail])) {
      expect(String(sentence), `${mail}, ${name}`).not.toBe(String(english[name]));
    }
  }
});

test('an invitation says who invites, to what, as what, until when, and what they wrote', () => {
  const { subject, html, text } = invite({});
  expect(subject).toBe('Mara Lind invited you to Northwind Traders');
  expect(text).toContain('with the role “Manager”');
  expect(text).toContain('This link works until 21 November 2026 at 18:54 UTC');
  expect(text).toContain('Mara Lind writes:\n> Welcome!\n> \n> Ask me anything.\n');
  expect(html).toContain('Welcome!<br><br>Ask me anything.');
});

test('an invitation of somebody with an account names it instead of asking for a password', () => {
  for (const language of Language.options) {
    const { text, html } = invite({ accountEmail: 'jonas@example.com' }, language);
    expect(text).toContain('jonas@example.com');
    expect(html).toContain('jonas@example.com');
    expect(text).not.toBe(invite({}, language).text);
  }
});

test('an invitation without inviter or note leaves no trace of either', () => {
  for (const blank of [undefined, '', ' \n ']) {
    const { subject, html, text } = invite({ inviterName: blank, note: blank });
    expect(subject).toBe('You are invited to Northwind Traders');
    expect(`${html}${text}`).not.toMatch(/Mara|writes|personal note|class="quote"/);
    expect(text).not.toMatch(/\n{3}|^>/m);
  }
});

test('a password reset has no head where the organization is not known', () => {
  const { html } = renderMail({
    mail: 'password-reset',
    language: 'en',
    values: { ...samples['password-reset'], organizationName: undefined },
  });
  expect(html).not.toContain('class="mark"');
});

test('whatever people type adds no tag, no header and no placeholder', () => {
  const plain = tagsOf(invite({ inviterName: 'M', organizationName: 'N', note: 'x' }).html)?.length;
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onload='x",
      '{{link}}{{#note}}',
      '$&$1$`',
    ),
  );
  const visible = typed.filter(text => /[\p{L}\p{N}]/u.test(text));
  fc.assert(
    fc.property(visible, visible, visible, typed, (organizationName, inviterName, inviteeName, note) => {
      const { subject, html } = invite({ organizationName, inviterName, inviteeName, note: `x${note}` });
      expect(subject).not.toMatch(/[\r\n]/);
      expect(tagsOf(html)).toHaveLength(plain ?? 0);
    }),
  );
});

test('a placeholder in a note stays what was typed', () => {
  const { html, text } = invite({ note: '{{link}} {{#note}}{{/note}} $&' });
  expect(html).toContain('{{link}} {{#note}}{{/note}} $&amp;');
  expect(text).toContain('> {{link}} {{#note}}{{/note}} $&');
});

test('names stay on one line and cannot turn the sentence round', () => {
  const { subject, text } = invite({
    inviterName: ' Mara\r\nBcc: all@example.com\u2028\u202egnp.\u0000\ud800 ',
    organizationName: 'شركة الشمال',
  });
  expect(subject).toBe('Mara Bcc: all@example.com gnp.\ufffd invited you to \u2068شركة الشمال\u2069');
  expect(text).not.toContain('\nBcc');
});

test('emoji and joined letters arrive as they were typed', () => {
  const { subject, html } = invite({ inviterName: '👩🏽‍🚀 Zoë', note: 'می‌خواهم 🎉' });
  expect(subject).toContain('👩🏽‍🚀 Zoë');
  expect(html).toContain('می‌خواهم 🎉');
});

test.each(['"', '\n', 'x\n', '🎉', '<br>', 'x'])(
  'no mail is so long that Gmail clips it: a note full of %j',
  piece => {
    const { html } = invite({ note: piece.repeat(10_000 / piece.length) });
    expect(new TextEncoder().encode(html).length).toBeLessThan(100_000);
  },
);

test('a note cannot push the button out of sight with empty lines', () => {
  expect(invite({ note: `a${'\r\n'.repeat(500)}b` }).text).toContain('> a\n> \n> b\n');
});

test('links lead to https, or to this machine', () => {
  expect(invite({ link: 'http://localhost:5173/accept#token=a' }).text).toContain(
    '\nhttp://localhost:5173/accept#token=a\n',
  );
  expect(invite({ link: 'https://example.com/?a=1&b="<' }).html).toContain(
    'href="https://example.com/?a=1&amp;b=%22%3C"',
  );
});

test.each([
  'javascript:alert(1)',
  'http://example.com/',
  'http://localhost.example.com',
  '//example.com',
  `data:${token}`,
  '',
  token,
])('%j is no link, and the refusal does not repeat it', link => {
  expect(() => invite({ link })).toThrow(
    'A link in a mail must begin with https://, or with http://localhost.',
  );
});
