/**
 * The table of routes as pages need it: how each is asked. What it takes, answers and refuses is much longer, and checked by
 * the server; forms check what they send by schemas of their own, and which routes answer a problem is known beforehand.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type ProblemKind, problems } from '../shared/contract/problems.ts';
import { routeKeys, routeOf } from '../shared/contract/routes.ts';
import { answeredBy } from './features/problems/answered-by.ts';

/** What stands in for what, by the file. */
const standIns: Readonly<Record<string, () => string>> = {
  [join(import.meta.dirname, '../shared/contract/routes.ts')]: bareTable,
  [join(import.meta.dirname, 'features/problems/answered-by.ts')]: bareAnswers,
};

/** Only for what is deployed: a client that is built for developers holds every answer against its schema. */
export function bareRoutes(): Plugin {
  let deployed = false;
  return {
    name: 'bare-routes',
    configResolved: ({ isProduction }) => {
      deployed = isProduction;
    },
    load: id => (deployed ? standIns[id]?.() : undefined),
  };
}

function bareTable(): string {
  const routes = Object.fromEntries(
    routeKeys.map(key => {
      const { method, path, access, speaks } = routeOf(key);
      return [key, { method, path, speaks, ...(access === 'anyone' && { access }) }];
    }),
  );
  return [
    `const routes = ${JSON.stringify(routes)};`,
    'export const routeKeys = Object.keys(routes);',
    'export const routeOf = key => routes[key];',
  ].join('\n');
}

function bareAnswers(): string {
  const kinds = Object.keys(problems) as ProblemKind[]; // Object.keys forgets what it was given
  const answers = Object.fromEntries(kinds.map(kind => [kind, answeredBy(kind)]));
  return [
    `const answers = ${JSON.stringify(answers)};`,
    'export const answeredBy = kind => answers[kind];',
  ].join('\n');
}
