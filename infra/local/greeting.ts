/** What a person sees when the local cloud answers. */
import type { LocalCloud } from './local-cloud.ts';
import type { Demo } from './seed/seed.ts';

export function greeting({ console: address, api, mailbox }: LocalCloud, { accounts, script }: Demo): string {
  const rows = accounts.map(({ role, organizationName, email, password }) => [
    role,
    organizationName,
    email,
    password,
  ]);
  return [
    '',
    'Tenantry runs on this machine.',
    '',
    ...inColumns([
      ['  Console', address],
      ['  API', api],
      ['  Mailbox', mailbox],
    ]),
    '',
    'Sign in as',
    ...inColumns(rows.map(([role = '', ...rest]) => [`  ${role}`, ...rest])),
    ...(script ? ['', 'From scripts', ...inColumns(scriptRows(script))] : []),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function scriptRows({ clientId, clientSecret, username, password }: NonNullable<Demo['script']>): string[][] {
  return [
    ['  Client', clientId, clientSecret],
    ['  User', username, password],
  ];
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}
