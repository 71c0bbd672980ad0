/** One user coming into a group or project, or going: loaded with it, and with what whoever asks holds. */
import type { GroupId, OrganizationId, PersonId, ProjectId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import { type Decision, refuse } from '../../shared/domain/decision.ts';
import type { MemberCase } from '../../shared/domain/members.ts';
import type { Group, Project } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Asked } from '../runtime/transact.ts';
import { changeUser } from './change-user.ts';
import { holdingsOfActor } from './load-rights.ts';

type Ask<I> = Asked & { actor: OrganizationActor; input: { org: OrganizationId; user: PersonId } & I };
type Ports = PortsFor<'directory:read' | 'directory:write'>;

export function changeMember<K extends ProblemKind>(
  ask: Ask<{ group: GroupId }>,
  ports: Ports,
  decide: (it: MemberCase, group: Group) => Decision<undefined, K>,
) {
  const { org, group: id } = ask.input;
  return changeUser(ask, ports, async ({ actor, user }) => {
    const [holdings, [group, policy]] = await Promise.all([
      holdingsOfActor(actor, ports.directory),
      ports.directory.get(ref.group(org, id), ref.policy(org)),
    ]);
    return group ? decide({ actor, holdings, policy, user }, group) : refuse('not-found');
  });
}

export function changeProjectMember<K extends ProblemKind>(
  ask: Ask<{ project: ProjectId }>,
  ports: Ports,
  decide: (it: MemberCase, project: Project) => Decision<undefined, K>,
) {
  const { org, project: id } = ask.input;
  return changeUser(ask, ports, async ({ actor, user }) => {
    const [holdings, [project]] = await Promise.all([
      holdingsOfActor(actor, ports.directory),
      ports.directory.get(ref.project(org, id)),
    ]);
    return project ? decide({ actor, holdings, policy: undefined, user }, project) : refuse('not-found');
  });
}
