/** Staff of the SaaS company, who come in as the deployment invites the first of them: by no route. */
import { stamp } from '../../functions/runtime/transact.ts';
import { operatorOrganization } from '../../shared/contract/ids.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { Email } from '../../shared/contract/text.ts';
import { decideFound } from '../../shared/domain/found.ts';
import { decideInvite } from '../../shared/domain/invite.ts';
import { ref } from '../../shared/domain/refs.ts';
import { acceptNewest, freshEmail } from './arrange.ts';
import type { Front } from './front.ts';

const actor = { kind: 'system', name: 'test' } as const;
const staff = {
  id: operatorOrganization,
  kind: 'operator',
  name: 'Staff',
  plan: 'operator',
  seats: 1000,
  language: 'en',
} as const;

/** Somebody among the operators, with a role there. Their organization is founded by the first of them. */
export async function arrangeOperator(front: Front, role: Role = 'owner') {
  const { ids, clock, directory } = front.world;
  const email = freshEmail('operator');
  const person = { firstName: 'Sam', lastName: 'Staff', email: Email.parse(email) };
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  const common = { actor, known: undefined, fresh, now: clock.now() };
  const founded = async () => (await directory.get(ref.organization(operatorOrganization)))[0];
  if (role !== 'owner' && !(await founded())) await arrangeOperator(front);
  const organization = await founded();
  const decision = organization
    ? decideInvite({
        ...common,
        organization,
        wish: { ...person, role, sendInvitation: true, requireMfa: false, apiAccess: false },
      })
    : decideFound({ ...common, organization: staff, owner: person });
  if (!decision.ok) throw new Error(decision.failure.kind);
  const events = stamp({ actor, origin: { requestId: 'arrange' } }, decision.events, front.world as never);
  await directory.commit({ changes: decision.changes, events });
  return { ...(await acceptNewest(front, email)), id: decision.answer.id, email };
}
