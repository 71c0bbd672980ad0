/** The law of the catalogue: what putting a new one adds, retires and brings back. Nothing ever leaves it. */
import {
  type ApplicationKey,
  applicationOf,
  type Catalogue,
  type PutCatalogue,
} from '../contract/catalogue.ts';
import { operatorOrganization } from '../contract/ids.ts';
import type { FieldError } from '../contract/problems.ts';
import type { Time } from '../contract/text.ts';
import { applicationsAfter, differencesOf } from './catalogue-change.ts';
import type { Change } from './change.ts';
import { type Decision, refuse } from './decision.ts';
import type { Application, CatalogueHead } from './model-access.ts';
import { storedSize } from './stored-size.ts';
import { next } from './user.ts';

/** The catalogue as it is kept. Before it was put for the first time, there is no head. */
export type KeptCatalogue = { head: CatalogueHead | undefined; applications: readonly Application[] };

/** With what is retired, so that all of them are still changed in one transaction. */
const mostApplications = 90;
/** In bytes, with what is retired: one application is one item, and a transaction takes 4 MB. */
const largest = { application: 300_000, catalogue: 2_000_000 };

export function viewCatalogue({ head, applications }: KeptCatalogue): Catalogue {
  return {
    applications: applications.map(({ key, name, permissions }) => ({ key, name, permissions })),
    version: versionOf(head),
  };
}

/** A catalogue that was never put has the version 0. */
const versionOf = (head: CatalogueHead | undefined) => head?.version ?? 0;

/** One after which everything is as it was writes nothing. */
export function decidePutCatalogue(
  kept: KeptCatalogue,
  { applications: wish }: PutCatalogue,
  { expectedVersion, now }: { expectedVersion: number; now: Time },
): Decision<Catalogue, 'stale-version' | 'validation-failed' | 'limit-reached'> {
  if (expectedVersion !== versionOf(kept.head)) return refuse('stale-version');
  const errors = errorsIn(wish);
  if (errors.length > 0) return refuse('validation-failed', { errors });
  const after = applicationsAfter(kept.applications, wish, now);
  const detail = whatIsTooMuch(after);
  if (detail) return refuse('limit-reached', { detail });
  const changes = after.flatMap(application => changed(kept.applications, application));
  const order = after.map(({ key }) => key);
  if (changes.length === 0 && JSON.stringify(order) === JSON.stringify(kept.head?.applications ?? []))
    return { ok: true, changes: [], events: [], answer: viewCatalogue(kept) };
  const head = kept.head ? next(kept.head, { applications: order }) : firstHead(order);
  return {
    ok: true,
    changes: [
      kept.head ? { do: 'update', before: kept.head, after: head } : { do: 'create', entity: head },
      ...changes,
    ],
    events: [
      {
        organization: operatorOrganization,
        action: 'catalogue.changed',
        target: { type: 'catalogue', id: 'catalogue' },
        changes: differencesOf(kept.applications, after),
      },
    ],
    answer: viewCatalogue({ head, applications: after }),
  };
}

const firstHead = (applications: ApplicationKey[]): CatalogueHead => ({
  type: 'catalogue',
  version: 1,
  applications,
});

type Wish = PutCatalogue['applications'];

function errorsIn(wish: Wish): FieldError[] {
  const twice = (keys: readonly string[], i: number) => keys.indexOf(keys[i] ?? '') < i;
  const applications = wish.map(({ key }) => key);
  return wish.flatMap(({ key, permissions }, a) => {
    const keys = permissions.map(permission => permission.key);
    return [
      ...(twice(applications, a) ? [error([a, 'key'], 'twice', 'stands in the catalogue twice')] : []),
      ...permissions.flatMap((permission, p) => {
        const at = [a, 'permissions', p, 'key'];
        if (applicationOf(permission.key) !== key)
          return [error(at, 'foreign-key', `does not begin with ${key}.`)];
        return twice(keys, p) ? [error(at, 'twice', 'stands in its application twice')] : [];
      }),
    ];
  });
}

function error(path: readonly (string | number)[], code: string, message: string): FieldError {
  return { pointer: `/applications/${path.join('/')}`, code, message };
}

function changed(before: readonly Application[], after: Application): Change[] {
  const former = before.find(({ key }) => key === after.key);
  if (!former) return [{ do: 'create', entity: after }];
  return former === after ? [] : [{ do: 'update', before: former, after }];
}

function whatIsTooMuch(applications: readonly Application[]): string | undefined {
  if (applications.length > mostApplications)
    return `The catalogue has at most ${mostApplications} applications, with those that are retired.`;
  const large = applications.find(application => storedSize(application) > largest.application);
  if (large)
    return `The application ${large.key} has more permissions, with those that are retired, than can be kept.`;
  const isLarge = storedSize(applications) > largest.catalogue;
  return isLarge ? 'The catalogue is larger, with what is retired, than can be kept.' : undefined;
}
