import type { Question } from '../../../shared/contract/access.ts';
import { applicationOf } from '../../../shared/contract/catalogue.ts';
import type { OrganizationId } from '../../../shared/contract/ids.ts';
import { verdictOn } from '../../../shared/domain/authorize.ts';
import { type Ref, ref } from '../../../shared/domain/refs.ts';
import { noteUse } from '../../runtime/last-active.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { askerRefs, knowAsker } from '../../steps/know-asker.ts';
import { readAhead } from '../../steps/read-ahead.ts';

/** Everything that judges who asks, and everything that answers, is read in one round trip. */
export const authorizeUser: UseCase<'authorize-user'> = async ({ input, actor: signedIn }, ports) => {
  const { organization: org, user: about = signedIn.person, questions } = input;
  const asking = { signedIn, organization: org, about, now: ports.clock.now() };
  const named = namedIn(org, questions);
  const policyRef = ref.policy(org);
  const directory = await readAhead([...askerRefs(asking), policyRef, ...named], ports.directory);
  const asker = await knowAsker(asking, directory);
  if (!asker.ok) return asker;
  const { organization, user, by } = asker;
  const [policy, ...found] = await directory.get(policyRef, ...named);
  const facts = {
    ...{ organization, user, policy },
    applications: found.filter(entity => entity?.type === 'application'),
    contents: found.filter(entity => entity?.type === 'content'),
    projects: found.filter(entity => entity?.type === 'project'),
  };
  await noteUse(by, ports.directory, asking.now);
  return done({ answers: questions.map(question => verdictOn(question, facts)) });
};

type Named = Ref<'application' | 'content' | 'project'>;

/** What questions are about, each once. */
function namedIn(organization: OrganizationId, questions: readonly Question[]): Named[] {
  const named = questions.flatMap(({ permission, content, project }): Named[] => [
    ...(permission ? [ref.application(applicationOf(permission))] : []),
    ...(content ? [ref.content(organization, content)] : []),
    ...(project ? [ref.project(organization, project)] : []),
  ]);
  return [...new Map(named.map(of => [JSON.stringify(of), of])).values()];
}
