import { globSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Given } from '../../functions/mail/letter.ts';
import { invitation } from '../../functions/mail/letters/invitation.ts';
import { renderMail } from '../../functions/mail/render-mail.ts';
import htmlTemplate from '../../functions/mail/template/letter.mjml';
import textTemplate from '../../functions/mail/template/letter.txt';
import { Language } from '../../shared/contract/text.ts';
import { invitationValues, samples, token } from './mail-samples.ts';

const mails = Object.entries(samples).map(([mail, sample]) => ({ mail, sample }));
const every = mails.flatMap(each => Language.options.map(language => ({ ...each, language })));

const invite = (values: Partial<Given<(typeof invitation)['values']>>, language: Language = 'en') =>
  renderMail(invitation, language, { ...invitationValues, ...values });
const placeholdersOf = (template: string) => new Set(template.match(/(?<=\{\{)\w+(?=\}\})/g));
const tagsOf = (html: string) => html.match(/<[^>]*>/g)?.filter(tag => tag !== '<br>');

/** The values of a sample that are of such a kind, absent or not. */
const ofKind = (kind: string, { values, kinds }: (typeof mails)[number]['sample']) =>
  Object.entries(values).flatMap(([name, value]) =>
    kinds[name]?.replace('?', '') === kind ? [[name, String(value)] as const] : [],
  );

test('there is a sample of every letter', () => {
  const files = globSync('functions/mail/letters/*.ts').map(file => basename(file, '.ts'));
  expect(Object.keys(samples).sort()).toEqual(files.sort());
});

test.each(every)('$mail in $language is whole', ({ sample, language }) => {
  const { subject, html, text } = sample.render(language);

  expect(subject).toMatch(/^\S.{5,80}\S$/);
  expect(`${subject}${html}${text}`).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  expect(text).not.toMatch(/\n{3}/);
  expect(html).toContain(`<html lang="${language}" dir="ltr"`);
  expect(html.length).toBeLessThan(20_000);
  for (const part of [html, text]) {
    for (const [, value] of ofKind('line', sample)) expect(part).toContain(value);
    if (ofKind('moment', sample).length > 0) expect(part).toMatch(/2026.*18:54 UTC/);
  }
  for (const [, link] of ofKind('link', sample)) {
    expect(html).toContain(`href="${link}"`);
    expect(html).toContain(`>${link}</a>`);
    expect(text.split('\n')).toContain(link);
  }
});

test('both parts say the same', () => {
  const onlyInHtml = ['language', 'subject', 'preheader', 'initial', 'organizationName', 'buttonHint'];
  const html = placeholdersOf(htmlTemplate);
  for (const name of onlyInHtml) html.delete(name);
  expect(placeholdersOf(textTemplate)).toEqual(html);
});

test.each(mails)('$mail: whatever the letter says is there to be read', ({ sample }) => {
  const { subject, html, text } = sample.renderNames();
  for (const name of Object.keys(sample.sentences('en'))) {
    if (name === 'subject') expect(subject).toBe('[subject]');
    else expect(html).toContain(`[${name}]`);
    if (name !== 'subject' && name !== 'preheader') expect(text).toContain(`[${name}]`);
  }
});

test.each(['de', 'fr', 'es'] as const)('nothing in %s is left in English', language => {
  for (const { mail, sample } of mails) {
    const english = sample.sentences('en');
    for (const [name, sentence] of Object.entries(sample.sentences(language)))
      expect(String(sentence), `${mail}, ${name}`).not.toBe(String(english[name]));
  }
});

test.each(every)('$mail in $language: what may be absent leaves no trace', ({ sample, language }) => {
  const optional = Object.keys(sample.values).filter(name => sample.kinds[name]?.endsWith('?'));
  for (const blank of [undefined, '', ' \n ']) {
    const absent = Object.fromEntries(optional.map(name => [name, blank]));
    const { subject, html, text } = sample.render(language, absent);
    for (const name of optional) expect(text).not.toContain(String(sample.values[name]));
    expect(`${subject}${html}${text}`).not.toMatch(/undefined|class="quote"/);
    expect(text).not.toMatch(/\n{3}|^>|^ |[ ,] [,.]/m);
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

test.each(mails)('$mail: whatever people type adds no tag, no header and no placeholder', ({ sample }) => {
  const names = ['line', 'quote'].flatMap(kind => ofKind(kind, sample).map(([name]) => name));
  const plain = tagsOf(sample.render('en', Object.fromEntries(names.map(name => [name, 'x']))).html);
  const visible = typed.map(text => `x${text}`);
  fc.assert(
    fc.property(fc.record(Object.fromEntries(names.map(name => [name, visible]))), values => {
      const { subject, html } = sample.render('en', values);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(tagsOf(html)).toHaveLength(plain?.length ?? 0);
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
