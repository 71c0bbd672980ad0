/** Files of users, uploaded and checked through the front door. */
import type { ImportRowView, ImportView } from '../../shared/contract/imports.ts';
import type { Arranged } from './arrange.ts';
import { ask, type Front, type Session } from './front.ts';

type File = string | Uint8Array;
type Wish = { columns?: readonly (string | null)[]; sendInvitations?: boolean; as?: Partial<Session> };

/** An import whose file has arrived, and that nobody has had checked. */
export async function uploaded(
  front: Front,
  { org, owner }: Arranged,
  file: File,
  as: Partial<Session> = owner,
): Promise<ImportView> {
  const { status, body } = await ask(front, 'start-import', { org, fileName: 'users.csv' }, as);
  if (status !== 201) throw new Error(JSON.stringify(body));
  const answer = await front.upload(body.upload, Buffer.from(file));
  if (answer !== 204) throw new Error(`The upload was answered with ${answer}`);
  return body.import;
}

/** Checked, anew or for the first time, and what came of it. */
export async function checked(
  front: Front,
  { org, owner }: Arranged,
  { id }: Pick<ImportView, 'id'>,
  { as = owner, ...wish }: Wish = {},
): Promise<ImportView> {
  const { status, body } = await ask(front, 'check-import', { org, import: id, ...wish }, as);
  if (status !== 202) throw new Error(JSON.stringify(body));
  await front.settle();
  return (await ask(front, 'get-import', { org, import: id }, owner)).body;
}

/** Uploaded, and checked. */
export async function planned(
  front: Front,
  home: Arranged,
  file: File,
  wish: Wish = {},
): Promise<ImportView> {
  return checked(front, home, await uploaded(front, home, file, wish.as), wish);
}

/** What its rows come to. */
export async function rowsOf(
  front: Front,
  { org, owner }: Arranged,
  { id }: Pick<ImportView, 'id'>,
  query: { outcome?: string; limit?: number } = {},
): Promise<ImportRowView[]> {
  const rows: ImportRowView[] = [];
  let cursor: string | undefined;
  do {
    const about = { org, import: id, limit: 200, ...query, cursor };
    const { status, body } = await ask(front, 'list-import-rows', about, owner);
    if (status !== 200) throw new Error(JSON.stringify(body));
    rows.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return rows;
}

/** Rows as CSV, the headings first. */
export function csv(...rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}
