/** Every mail with values that it may have, for the tests of all of them. */
import type { Given, Letter, Values } from '../../functions/mail/letter.ts';
import { accessReduced } from '../../functions/mail/letters/access-reduced.ts';
import { accessReducedNotice } from '../../functions/mail/letters/access-reduced-notice.ts';
import { approvalGranted } from '../../functions/mail/letters/approval-granted.ts';
import { approvalRequested } from '../../functions/mail/letters/approval-requested.ts';
import { emailChangeConfirm } from '../../functions/mail/letters/email-change-confirm.ts';
import { emailChangeNotice } from '../../functions/mail/letters/email-change-notice.ts';
import { emailChangeTaken } from '../../functions/mail/letters/email-change-taken.ts';
import { emailChanged } from '../../functions/mail/letters/email-changed.ts';
import { invitation } from '../../functions/mail/letters/invitation.ts';
import { passwordChanged } from '../../functions/mail/letters/password-changed.ts';
import { passwordReset } from '../../functions/mail/letters/password-reset.ts';
import { passwordResetForced } from '../../functions/mail/letters/password-reset-forced.ts';
import { recoveryCodeUsed } from '../../functions/mail/letters/recovery-code-used.ts';
import { secondFactorAdded } from '../../functions/mail/letters/second-factor-added.ts';
import { secondFactorRemoved } from '../../functions/mail/letters/second-factor-removed.ts';
import { secondFactorReset } from '../../functions/mail/letters/second-factor-reset.ts';
import { renderMail } from '../../functions/mail/render-mail.ts';
import type { Language } from '../../shared/contract/text.ts';

export const token = 'q3X9bN4sV1kLr8TzEwPa0UYmC6JhFd2GoI7vKcQxZyB';
const moment = new Date(Date.UTC(2026, 10, 21, 18, 54));
const page = 'https://accounts.example.com';
const common = { organizationName: 'Northwind Traders', addressee: 'Jonas Beck' };
const signIn = { ...common, link: `${page}/sign-in` };
const administratorName = 'Mara Lind';

export type Sample = {
  readonly values: Readonly<Record<string, unknown>>;
  /** What each value is, with a question mark where it may be absent. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly sentences: (language: Language) => Readonly<Record<string, unknown>>;
  /** With some of the values replaced. */
  readonly render: (language: Language, other?: Readonly<Record<string, unknown>>) => Rendered;
  /** With each sentence's name in place of the sentence. */
  readonly renderNames: () => Rendered;
};

type Rendered = ReturnType<typeof renderMail>;

function sample<V extends Values>(letter: Letter<V>, values: Given<V>): Sample {
  const names = Object.fromEntries(Object.keys(letter.en).map(name => [name, `[${name}]`]));
  return {
    values,
    kinds: letter.values,
    sentences: language => letter[language],
    render: (language, other) => renderMail(letter, language, { ...values, ...other }),
    renderNames: () => renderMail({ ...letter, en: { ...letter.en, ...names } }, 'en', values),
  };
}

export const invitationValues = {
  ...common,
  inviterName: 'Mara Lind',
  role: 'manager',
  note: 'Welcome!\n\nAsk me anything.',
  link: `${page}/accept#${token}`,
  expiresAt: moment,
} as const;

/** By the names of their files. */
export const samples: Readonly<Record<string, Sample>> = {
  invitation: sample(invitation, invitationValues),
  'password-reset': sample(passwordReset, {
    ...common,
    administratorName,
    link: `${page}/reset#${token}`,
    expiresAt: moment,
  }),
  'password-reset-forced': sample(passwordResetForced, {
    ...common,
    administratorName,
    link: `${page}/reset#${token}`,
    expiresAt: moment,
  }),
  'password-changed': sample(passwordChanged, {
    ...signIn,
    changedAt: moment,
    remedyLink: `${page}/forgot-password`,
  }),
  'email-change-confirm': sample(emailChangeConfirm, {
    ...common,
    link: `${page}/confirm-email#${token}`,
    expiresAt: moment,
  }),
  'email-change-notice': sample(emailChangeNotice, {
    ...signIn,
    newEmail: 'jonas@beck.example.com',
    administratorName,
    requestedAt: moment,
  }),
  'email-changed': sample(emailChanged, { ...common, newEmail: 'jonas@beck.example.com', changedAt: moment }),
  'email-change-taken': sample(emailChangeTaken, signIn),
  'second-factor-added': sample(secondFactorAdded, { ...common, factor: 'authenticator', at: moment }),
  'second-factor-removed': sample(secondFactorRemoved, { ...common, factor: 'sms', at: moment }),
  'second-factor-reset': sample(secondFactorReset, { ...signIn, administratorName, resetAt: moment }),
  'recovery-code-used': sample(recoveryCodeUsed, { ...signIn, usedAt: moment, left: '7' }),
  'access-reduced': sample(accessReduced, signIn),
  'access-reduced-notice': sample(accessReducedNotice, {
    ...common,
    inviteeName: 'Ines Duarte',
    link: `${page}/users/ines`,
  }),
  'approval-requested': sample(approvalRequested, {
    ...common,
    addressee: 'Harbour Partners',
    inviteeName: 'Ines Duarte',
    link: `${page}/approvals`,
  }),
  'approval-granted': sample(approvalGranted, { ...signIn, partnerName: 'Harbour Partners' }),
};
