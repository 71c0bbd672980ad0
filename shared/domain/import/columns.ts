/** Which columns a file has: by its headings, or by what somebody has said of them. */
import { folded } from '../../contract/folded.ts';
import { type ImportColumn, reportHeadings } from '../../contract/imports.ts';
import { UserColumn, userHeadings } from '../../contract/user-columns.ts';
import { shortened } from './shortened.ts';

/** What other programs call them. */
const aliases: Readonly<Partial<Record<UserColumn, readonly string[]>>> = {
  id: ['User ID'],
  firstName: ['Given name', 'Forename'],
  lastName: ['Surname', 'Family name'],
  username: ['User name', 'Login'],
  email: ['E-mail', 'Mail', 'Email address', 'E-mail address', 'Mail address'],
  role: ['Roles'],
  customRoles: ['Custom role'],
  groups: ['Group'],
  projects: ['Project'],
  mfaRequired: ['MFA required', 'Second factor required'],
};

/** `First_Name` and `first name *` are one. */
function bare(heading: string): string {
  return folded(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const byHeading: ReadonlyMap<string, UserColumn> = new Map(
  UserColumn.options.flatMap(column =>
    [userHeadings[column], column, ...(aliases[column] ?? [])].map(
      heading => [bare(heading), column] as const,
    ),
  ),
);
const leftOut: ReadonlySet<string> = new Set(reportHeadings.map(bare));

/** The columns of a file, and where something is not known of them. */
export type FileColumns = {
  /** What each is taken for; undefined: it is left out. */
  columns: readonly (UserColumn | undefined)[];
  /** Those of which somebody has to say what they are. */
  unknown: readonly number[];
};

/** @param said of each column what it is, where somebody did; of another number of columns it says nothing */
export function columnsOf(headings: readonly string[], said?: readonly (UserColumn | null)[]): FileColumns {
  if (said && said.length === headings.length)
    return { columns: said.map(column => column ?? undefined), unknown: [] };
  const columns = headings.map(heading => byHeading.get(bare(heading)));
  const isOnce = (column: UserColumn | undefined, at: number) => column && columns.indexOf(column) === at;
  const known = columns.map((column, at) => (isOnce(column, at) ? column : undefined));
  const unknown = headings.flatMap((heading, at) => (known[at] || isLeftOut(heading) ? [] : [at]));
  return { columns: known, unknown };
}

export function isLeftOut(heading: string): boolean {
  return leftOut.has(bare(heading));
}

/** @param samples some cells of each, where somebody has to choose */
export function importColumns(
  headings: readonly string[],
  columns: FileColumns['columns'],
  samples?: readonly (readonly string[])[],
): ImportColumn[] {
  return headings.map((heading, at) => ({
    heading: shortened(heading),
    ...(columns[at] && { column: columns[at] }),
    ...(samples && { samples: (samples[at] ?? []).map(text => shortened(text)) }),
  }));
}
