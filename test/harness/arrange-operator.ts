/** Staff of the SaaS company, who come in as the deployment invites the first of them: by no route. */
import { operatorOrganization } from '../../shared/contract/ids.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { Email } from '../../shared/contract/text.ts';
import { decideFound } from '../../shared/domain/found.ts';
import { ref } from '../../shared/domain/refs.ts';
import { arrangeUser, freshEmail, handOver, systemActor } from './arrange.ts';
import type { Front } from './front.ts';

const staff = {
  id: operatorOrganization,
  kind: 'operator',
  name: 'Staff',
  plan: 'operator',
  seats: 1000,
  language: 'en',
} as const;

/** Somebody among the operators, with a role there. */
export async function arrangeOperator(front: Front, role: Role = 'owner') {
  const [organization] = await front.world.directory.get(ref.organization(operatorOrganization));
  if (!organization) await found(front);
  return arrangeUser(front, { org: operatorOrganization }, role);
}

async function found(front: Front): Promise<void> {
  const owner = { firstName: 'Sam', lastName: 'Staff', email: Email.parse(freshEmail('operator')) };
  const now = front.world.clock.now();
  await handOver(front, async fresh =>
    decideFound({ actor: systemActor, organization: staff, owner, known: undefined, fresh, now }),
  );
}
