/** The organization that was looked at last, so that the next visit begins there. */
import { remembered } from '../../state/remembered.ts';

export const lastOrganization = remembered('organization', '');
