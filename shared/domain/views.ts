/** The law of saved views. They are somebody's own and tell of nobody else, so that no trail has them. */
import type { OrganizationId } from '../contract/ids.ts';
import type { SavedView, ViewList } from '../contract/views.ts';
import { isAlike } from './alike.ts';
import type { Change } from './change.ts';
import { type Decision, refuse } from './decision.ts';
import type { Person, Views } from './model.ts';
import { next } from './user.ts';

/** As many as one person has of one organization. */
const mostViews = 50;

export function viewViews(views: Views | undefined): ViewList {
  return { items: views?.items ?? [] };
}

export type ViewsCase = { person: Person; organization: OrganizationId; views: Views | undefined };

/** Under a name that is there already, it takes that one's place. */
export function decideSaveView(it: ViewsCase, view: SavedView): Decision<ViewList, 'limit-reached'> {
  const others = without(it.views, view.name);
  if (others.length >= mostViews)
    return refuse('limit-reached', {
      detail: `You have saved ${mostViews} views here, which is as many as there can be. Delete one that you do not need.`,
    });
  const items = [...others, view].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return { ok: true, changes: saved(it, items), events: [], answer: { items } };
}

/** What is not there is gone already. */
export function decideDeleteView(views: Views | undefined, name: string): Decision<undefined, never> {
  const items = without(views, name);
  if (!views || items.length === views.items.length)
    return { ok: true, changes: [], events: [], answer: undefined };
  const change: Change =
    items.length > 0
      ? { do: 'update', before: views, after: next(views, { items }) }
      : { do: 'remove', entity: views };
  return { ok: true, changes: [change], events: [], answer: undefined };
}

const without = (views: Views | undefined, name: string) =>
  (views?.items ?? []).filter(other => !isAlike(other.name, name));

/** Only while the person is there: nothing is kept of somebody who was deleted in the meantime. */
function saved({ person, organization, views }: ViewsCase, items: SavedView[]): Change[] {
  const fresh: Views = { type: 'views', version: 1, person: person.id, organization, items };
  return [
    { do: 'check', entity: person },
    views ? { do: 'update', before: views, after: next(views, { items }) } : { do: 'create', entity: fresh },
  ];
}
