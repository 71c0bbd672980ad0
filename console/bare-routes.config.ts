/**
 * The table of routes as pages need it: how each is asked, and what it may refuse. What it takes and answers is much
 * longer, and checked by the server; forms check what they send by schemas of their own.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { routeKeys, routeOf } from '../shared/contract/routes.ts';

const table = join(import.meta.dirname, '../shared/contract/routes.ts');

/** Only for what is deployed: a client that is built for developers holds every answer against its schema. */
export function bareRoutes(): Plugin {
  let deployed = false;
  return {
    name: 'bare-routes',
    configResolved: ({ isProduction }) => {
      deployed = isProduction;
    },
    load: id => (deployed && id === table ? bareTable() : undefined),
  };
}

function bareTable(): string {
  const routes = Object.fromEntries(
    routeKeys.map(key => {
      const { input, output, summary, needs, ...bare } = routeOf(key);
      return [key, bare];
    }),
  );
  return [
    `const routes = ${JSON.stringify(routes)};`,
    'export const routeKeys = Object.keys(routes);',
    'export const routeOf = key => routes[key];',
  ].join('\n');
}
