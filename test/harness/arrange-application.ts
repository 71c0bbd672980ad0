/** An application of the SaaS company's own, which asks whether somebody may do something. */
import { operatorOrganization } from '../../shared/contract/ids.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { arrangeUser } from './arrange.ts';
import { arrangeOperator } from './arrange-operator.ts';
import { arrangeClient, scriptSession } from './arrange-scripts.ts';
import type { Front } from './front.ts';

/** Signed in as a member of staff with that role. */
export async function arrangeApplication(front: Front, role: Role = 'manager') {
  const owner = await arrangeOperator(front);
  const staff = { org: operatorOrganization, owner };
  const client = await arrangeClient(front, staff);
  const user = await arrangeUser(front, { org: operatorOrganization }, role, { apiAccess: true });
  return { ...(await scriptSession(front, client, user)), client, user, staff };
}
