/** What each Lambda's bundle starts from: a few lines written here from the tables, around the files of that name. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { apiLambdaFor } from '../../shared/contract/api-lambdas.ts';
import { type FollowerName, followers } from '../../shared/contract/followers.ts';
import type { Need, Needs } from '../../shared/contract/needs.ts';
import { areas, type RouteKey, routeOf } from '../../shared/contract/routes.ts';
import { deploymentTasks, schedules } from '../../shared/contract/schedules.ts';
import { type SubscriberName, subscribers } from '../../shared/contract/subscribers.ts';
import { exportOf } from './names.ts';
import { type Part, rowOf } from './rows.ts';

export type Entry = { readonly name: string; readonly code: string };

/** What runs and the file that holds it. */
type UseCase<Name extends string> = { readonly name: Name; readonly needs: Needs; readonly file: string };

type Table<Name extends string> = Readonly<Record<Name, { readonly needs: Needs }>>;

/**
 * One entry for each Lambda. Throws, naming every file concerned, where the tables and the folders of `functions/`
 * do not agree.
 */
export function lambdaEntries(root: string): Entry[] {
  const inFolder = <Name extends string>(folder: string, table: Table<Name>) => useCases(root, folder, table);
  const served = Object.entries<Table<string>>(areas).flatMap(([area, table]) =>
    inFolder(`functions/http/${area}`, table),
  ) as UseCase<RouteKey>[]; // areas are made of routes
  return [
    ...apiEntries(served),
    ...inFolder('functions/events', subscribers).map(useCase =>
      workerEntry('queue', isTogether(useCase.name) ? 'togetherHandler' : 'queueHandler')(useCase),
    ),
    ...inFolder('functions/schedules', schedules).map(workerEntry('schedule', 'scheduleHandler')),
    ...inFolder('functions/deployment', deploymentTasks).map(workerEntry('schedule', 'taskHandler')),
    ...followerNames.map(name =>
      entry({ name, needs: followers[name].needs, door: followerDoors[name], parts: [], given: [] }),
    ),
  ];
}

const isTogether = (name: SubscriberName) => 'together' in subscribers[name];

/** What the table names, with its files. */
function useCases<Name extends string>(root: string, folder: string, table: Table<Name>): UseCase<Name>[] {
  const names = Object.keys(table) as Name[]; // Object.keys forgets what it was given
  const files = globSync(`${folder}/*.ts`, { cwd: root }).sort();
  const fileOf = (name: string) => `${folder}/${name}.ts`;
  const faults = [
    ...names.filter(name => !files.includes(fileOf(name))).map(name => `${fileOf(name)} is missing`),
    ...files.filter(file => !(basename(file, '.ts') in table)).map(file => `${file} is not in its table`),
  ];
  if (faults.length > 0)
    throw new Error(`The contract's tables and the files differ:\n  ${faults.join('\n  ')}`);
  return names.map(name => ({ name, needs: table[name].needs, file: fileOf(name) }));
}

/** The API's Lambdas, each with the routes that lead to it and their rows of the table. */
function apiEntries(cases: UseCase<RouteKey>[]): Entry[] {
  const byLambda = Map.groupBy(cases, ({ name }) => apiLambdaFor(name));
  return [...byLambda].map(([name, served]) => {
    const rows = served.map(useCase => ({ useCase, row: rowOf(useCase.name, routeOf(useCase.name)) }));
    const routes = rows.map(
      ({ useCase, row }) => `'${useCase.name}': { route: ${row.code}, handle: ${exportOf(useCase.name)} }`,
    );
    return entry({
      name,
      needs: served.flatMap(({ needs }) => needs),
      door: ['http', 'httpHandler'],
      parts: rows.flatMap(({ useCase, row }) => [...row.parts, partOf(useCase)]),
      given: [`{\n  ${routes.join(',\n  ')}\n}`],
    });
  });
}

function workerEntry(...door: Door) {
  return (useCase: UseCase<string>): Entry => {
    const { name, needs } = useCase;
    return entry({ name, needs, door, parts: [partOf(useCase)], given: [`'${name}'`, exportOf(name)] });
  };
}

/** The file of `functions/runtime` and what it exports. */
type Door = readonly [file: string, wrapper: string];

const followerNames = Object.keys(followers) as FollowerName[]; // Object.keys forgets what it was given

const followerDoors: Readonly<Record<FollowerName, Door>> = {
  publish: ['stream', 'streamHandler'],
  'index-users': ['follow-users', 'usersHandler'],
  'count-factors': ['follow-users', 'factorsHandler'],
};

const partOf = ({ name, file }: UseCase<string>): Part => ({ exported: exportOf(name), file });

type Plan = {
  readonly name: string;
  readonly needs: Needs;
  readonly door: Door;
  /** What is imported to hand it to the door. */
  readonly parts: readonly Part[];
  /** What the door is given before the ports. */
  readonly given: readonly string[];
};

/** The ports are opened here, where it is known which: a bundle carries no client that its Lambda has no use for. */
function entry({ name, needs, door: [file, wrapper], parts, given }: Plan): Entry {
  const openers = ['openAlways', ...openersOf(needs)];
  const ports = `{ ${openers.map(open => `...${open}()`).join(', ')} }`;
  const imports = [
    `import { ${openers.join(', ')} } from './functions/runtime/open-ports.ts';`,
    `import { ${wrapper} } from './functions/runtime/${file}.ts';`,
    ...parts.map(part => `import { ${part.exported} } from './${part.file}';`),
  ];
  const code = [...new Set(imports), `export const handler = ${wrapper}(${[...given, ports].join(', ')});`];
  return { name, code: code.join('\n') };
}

/** Whoever writes to the directory can read it, too. */
function openersOf(needs: Needs): string[] {
  const readers: Needs = ['directory:read', 'directory:note'];
  const others = needs.includes('directory:write') ? needs.filter(need => !readers.includes(need)) : needs;
  return [...new Set(others.map(need => openerOf[need]))];
}

const openerOf: Readonly<Record<Need, string>> = {
  'directory:read': 'openReader',
  'directory:write': 'openDirectory',
  'directory:note': 'openReader',
  'directory:index': 'openIndexer',
  'directory:count': 'openDays',
  'directory:cover': 'openCoverage',
  'identity:sign-in': 'openIdentity',
  'identity:write': 'openIdentity',
  'identity:read': 'openIdentity',
  'files:write': 'openFiles',
  'files:remove': 'openPictureRemover',
  'files:export': 'openExportWriter',
  'files:link': 'openExportLinks',
  'files:import': 'openImports',
  'files:show-import': 'openImports',
  'files:check-import': 'openImportChecker',
  'files:plan': 'openPlans',
  'files:report': 'openImportReporter',
  'mail:send': 'openMailer',
  'events:publish': 'openPublisher',
};
