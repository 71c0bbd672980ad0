/** Whose addresses an organization takes in. */
import type { FieldError } from '../contract/problems.ts';
import type { Email } from '../contract/text.ts';
import type { Organization } from './model.ts';

/** What is wrong with an address that is to come in, where only some domains are allowed; those who are in stay. */
export function domainErrors({ allowedEmailDomains }: Organization, email: Email): FieldError[] {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (allowedEmailDomains.length === 0 || allowedEmailDomains.includes(domain)) return [];
  const allowed = allowedEmailDomains.slice(0, 5).join(', ');
  const more = allowedEmailDomains.length > 5 ? ', …' : '';
  const message = `is not of a domain that the organization allows (${allowed}${more})`;
  return [{ pointer: '/email', code: 'domain-not-allowed', message }];
}
