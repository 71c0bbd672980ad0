/** The law of content: something of the SaaS's own that is granted to groups, each of which gives it to its members. */
import type { Content } from '../contract/access.ts';
import type { Action } from '../contract/events.ts';
import type { ContentView } from '../contract/groups.ts';
import type { GroupId } from '../contract/ids.ts';
import type { Actor } from './actor.ts';
import { carrying } from './carried.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import type { Holdings } from './holdings.ts';
import { mayGrant } from './may-grant.ts';
import type { AccessPolicy, ContentEntry, ContentGrant, Group } from './model-access.ts';
import { next } from './user.ts';

/** So many groups may have one content: a question about it reads all of them. */
const mostGroups = 200;

/** A group and some content, as far as the two are there. */
export type ContentCase = {
  group: Group;
  content: Content;
  entry: ContentEntry | undefined;
  grant: ContentGrant | undefined;
  policy: AccessPolicy | undefined;
};

export function viewContent({ contentType, contentId, name }: ContentEntry): ContentView {
  return { type: contentType, id: contentId, name };
}

/** Granting what is granted already, under the same name, changes nothing. */
export function decideGrantContent(
  it: ContentCase,
  name: string,
  grantor: { actor: Actor; holdings: Holdings },
): Decision<ContentView, 'beyond-own-access' | 'limit-reached'> {
  const { group, entry, grant, policy } = it;
  const answer = { ...it.content, name };
  const isThere = grant !== undefined && entry !== undefined;
  if (isThere && entry.name === name) return { ok: true, changes: [], events: [], answer };
  const groups = grantedTo(it);
  const granted = mayGrant(grantor, { is: 'content', groups }, {}, { policy, groups: [group] });
  if (!granted.ok) return granted;
  if (isThere) return { ok: true, changes: [stored(it, name)], events: [], answer };
  if (groups.length >= mostGroups)
    return refuse('limit-reached', { detail: `At most ${mostGroups} groups have the same content.` });
  const carried = policy?.groups[group.id]
    ? nothing
    : carrying({ policy, organization: group.organization }, group.id, []);
  if (!carried.ok) return carried;
  return {
    ok: true,
    changes: [stored(it, name), granting(it), tally(group, 1), ...carried.changes],
    events: [told('group.content-granted', it)],
    answer,
  };
}

export function decideRemoveContent(it: ContentCase): Decision<undefined, never> {
  const { group, grant, entry } = it;
  if (!grant) return { ok: true, changes: [], events: [], answer: undefined };
  return {
    ok: true,
    changes: [
      { do: 'remove', entity: grant },
      ...(entry ? [without(entry, group.id)] : []),
      tally(group, -1),
    ],
    events: [told('group.content-removed', it)],
    answer: undefined,
  };
}

/** What is granted to nobody any more is forgotten. */
export function without(entry: ContentEntry, group: GroupId): Change {
  const groups = entry.groups.filter(id => id !== group);
  return groups.length > 0
    ? { do: 'update', before: entry, after: next(entry, { groups }) }
    : { do: 'remove', entity: entry };
}

const nothing = { ok: true, changes: [] as Change[] } as const;

/** The groups that give it: whoever was deleted gives nothing. */
function grantedTo({ entry, policy }: Pick<ContentCase, 'entry' | 'policy'>): GroupId[] {
  return (entry?.groups ?? []).filter(id => policy?.groups[id]);
}

/** The content with its latest name and one more group. */
function stored({ group, content, entry }: ContentCase, name: string): Change {
  const groups = [...new Set([...(entry?.groups ?? []), group.id])];
  if (entry) return { do: 'update', before: entry, after: next(entry, { name, groups }) };
  const { organization } = group;
  return {
    do: 'create',
    entity: {
      ...{ type: 'content', version: 1, organization, name, groups },
      ...{ contentType: content.type, contentId: content.id },
    },
  };
}

function granting({ group: { organization, id: group }, content }: ContentCase): Change {
  const named = { contentType: content.type, contentId: content.id };
  return { do: 'create', entity: { type: 'content-grant', version: 1, organization, group, ...named } };
}

function tally({ organization, id }: Group, add: number): Change {
  return { do: 'tally', of: { type: 'group', organization, id }, number: 'contents', add };
}

/** By its type and id: a name may be somebody's. */
function told(action: Action, { group, content }: ContentCase): EventDraft {
  const { organization, id } = group;
  const fact = action === 'group.content-granted' ? 'after' : 'before';
  return {
    organization,
    action,
    target: { type: 'group', id },
    changes: [{ field: 'content', [fact]: content }],
  };
}
