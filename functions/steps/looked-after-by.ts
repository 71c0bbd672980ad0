/** Whose organizations are listed: a partner's, or all, where the operator asks. */
import { type OrganizationId, operatorOrganization } from '../../shared/contract/ids.ts';

/** The partner, as lists of organizations name it. */
export function lookedAfterBy(partner: OrganizationId | undefined): OrganizationId | undefined {
  return partner === operatorOrganization ? undefined : partner;
}
