/** Each mail's two parts, as the build left them: strings with placeholders. */
import type { MailName } from './mails.ts';
import invitationHtml from './templates/invitation.mjml';
import invitationText from './templates/invitation.txt';
import passwordChangedHtml from './templates/password-changed.mjml';
import passwordChangedText from './templates/password-changed.txt';
import passwordResetHtml from './templates/password-reset.mjml';
import passwordResetText from './templates/password-reset.txt';

export const templates: Readonly<Record<MailName, { readonly html: string; readonly text: string }>> = {
  invitation: { html: invitationHtml, text: invitationText },
  'password-reset': { html: passwordResetHtml, text: passwordResetText },
  'password-changed': { html: passwordChangedHtml, text: passwordChangedText },
};
