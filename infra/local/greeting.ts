/** What a person sees when the local cloud answers. */
import type { LocalCloud } from './local-cloud.ts';
import type { DemoAccount } from './seed/seed.ts';

export function greeting(
  { console: address, api, mailbox }: LocalCloud,
  accounts: readonly DemoAccount[],
): string {
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
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
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
