/** What becomes of the catalogue's applications when a new catalogue is put, and what is told of it. */
import type { CataloguePermission, PutCatalogue } from '../contract/catalogue.ts';
import type { Difference } from '../contract/events.ts';
import type { Time } from '../contract/text.ts';
import type { Application } from './model-access.ts';
import { next } from './user.ts';

/**
 * As wished, in that order; then what was left out, with everything in it retired. What comes back is as good as new.
 * An application that stays as it is is the very same.
 */
export function applicationsAfter(
  before: readonly Application[],
  wish: PutCatalogue['applications'],
  now: Time,
): Application[] {
  const wished = wish.map(({ key, name, permissions }) => {
    const former = before.find(application => application.key === key);
    const left = (former?.permissions ?? []).filter(({ key: own }) => !permissions.some(p => p.key === own));
    return turned(former, { key, name, permissions: [...permissions, ...left.map(retired(now))] });
  });
  const gone = before.filter(({ key }) => !wish.some(each => each.key === key));
  return [
    ...wished,
    ...gone.map(former => turned(former, { ...former, permissions: former.permissions.map(retired(now)) })),
  ];
}

const retired =
  (now: Time) =>
  (permission: CataloguePermission): CataloguePermission => ({
    ...permission,
    retiredAt: permission.retiredAt ?? now,
  });

type Facts = Pick<Application, 'key' | 'name' | 'permissions'>;

function turned(former: Application | undefined, { key, name, permissions }: Facts): Application {
  const facts = { key, name, permissions };
  if (!former) return { type: 'application', version: 1, ...facts };
  return JSON.stringify(told(former)) === JSON.stringify(told(facts)) ? former : next(former, facts);
}

const told = ({ name, permissions }: Facts) => [
  name,
  ...permissions.map(({ key, name: own, explanation, retiredAt }) => [key, own, explanation, retiredAt]),
];

/** What has changed, by the keys of what it is. */
export function differencesOf(before: readonly Application[], after: readonly Application[]): Difference[] {
  const had = new Map(before.flatMap(({ permissions }) => permissions.map(each => [each.key, each])));
  const all = after.flatMap(({ permissions }) => permissions);
  const known = all.flatMap(now => {
    const then = had.get(now.key);
    return then ? [{ key: now.key, now, then }] : [];
  });
  return [
    listed('applications.added', without(after, before)),
    listed(
      'applications.renamed',
      after.filter(({ key, name }) => before.some(then => then.key === key && then.name !== name)),
    ),
    listed('permissions.added', without(all, [...had.values()])),
    listed(
      'permissions.retired',
      known.filter(({ now, then }) => now.retiredAt && !then.retiredAt),
    ),
    listed(
      'permissions.revived',
      known.filter(({ now, then }) => !now.retiredAt && then.retiredAt),
    ),
    listed(
      'permissions.reworded',
      known.filter(({ now, then }) => now.name !== then.name || now.explanation !== then.explanation),
    ),
  ].flat();
}

type Keyed = { key: string };

function without<T extends Keyed>(all: readonly T[], others: readonly Keyed[]): T[] {
  const keys = new Set(others.map(({ key }) => key));
  return all.filter(({ key }) => !keys.has(key));
}

/** So many an event names; of more it says how many. */
const mostNamed = 100;

function listed(field: string, of: readonly Keyed[]): Difference[] {
  if (of.length === 0) return [];
  const keys = of.slice(0, mostNamed).map(({ key }) => key);
  const more = of.length - keys.length;
  return [{ field, after: more > 0 ? [...keys, `and ${more} more`] : keys }];
}
