/** May they, or not, and why: answers to the question that the SaaS's applications ask at every click. */
import type { Content, Denial, Question, Source, Verdict } from '../contract/access.ts';
import { applicationOf, type PermissionKey } from '../contract/catalogue.ts';
import type { ProjectId } from '../contract/ids.ts';
import { isLetIn } from './effective.ts';
import { broadSources, sourcesOf } from './holdings.ts';
import type { Organization, User } from './model.ts';
import type { AccessPolicy, Application, ContentEntry, Project } from './model-access.ts';

/** Whom it is about, and what the questions name, as far as it is there. */
export type Facts = {
  organization: Organization;
  user: User;
  policy: AccessPolicy | undefined;
  applications: readonly Application[];
  contents: readonly ContentEntry[];
  projects: readonly Project[];
};

/** All that gives them what is asked for; or why they may not. Of several things in one question, the first that fails says why. */
export function verdictOn(question: Question, facts: Facts): Verdict {
  const closed = whyClosed(facts);
  if (closed) return { allowed: false, reason: closed };
  const parts = partsOf(question, facts);
  const denied = parts.find(part => typeof part === 'string');
  if (denied) return { allowed: false, reason: denied };
  return { allowed: true, sources: each(parts.flat() as Source[]) }; // none of them is a denial
}

/** Whatever somebody holds, it gives them nothing while they are not let in. */
function whyClosed({ organization, user }: Facts): Denial | undefined {
  if (organization.suspendedAt) return 'organization-suspended';
  return isLetIn(user) ? undefined : 'not-active';
}

/** What gives somebody one thing; or why nothing does. */
type Given = Source[] | Denial;

function partsOf({ permission, content, project }: Question, facts: Facts): Given[] {
  return [
    ...(permission ? [byPermission(permission, facts)] : []),
    ...(content ? [byContent(content, facts)] : []),
    ...(project ? [byProject(project, facts)] : []),
  ];
}

const given = (sources: Source[]): Given => (sources.length > 0 ? sources : 'not-granted');

/** What is retired goes on working where it is held. */
function byPermission(key: PermissionKey, { user, policy, applications }: Facts): Given {
  const application = applications.find(({ key: own }) => own === applicationOf(key));
  const isKnown = application?.permissions.some(permission => permission.key === key);
  return isKnown ? given(sourcesOf(key, user, policy)) : 'unknown-permission';
}

/** By a group that it is granted to, and that is still there: the policy knows all of those. */
function byContent({ type, id }: Content, { user, policy, contents }: Facts): Given {
  const entry = contents.find(({ contentType, contentId }) => contentType === type && contentId === id);
  const groups = user.groups.filter(group => entry?.groups.includes(group) && policy?.groups[group]);
  return given([...broadSources(user), ...groups.map(group => ({ kind: 'group', id: group }) as const)]);
}

function byProject(id: ProjectId, { user, projects }: Facts): Given {
  if (!projects.some(project => project.id === id)) return 'not-granted';
  const isAssigned = user.projects.includes(id);
  return given([...broadSources(user), ...(isAssigned ? [{ kind: 'direct' } as const] : [])]);
}

/** Each once: one group may give the permission and the content. */
function each(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map(source => [JSON.stringify(source), source])).values()];
}
