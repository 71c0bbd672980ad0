/** Files of people whom nobody knows yet, as an administrator would upload them. */
import { chanceOf } from '../../infra/local/seed/sizes/chance.ts';
import { memberOf } from '../../infra/local/seed/sizes/crowd.ts';
import { encoded } from '../../shared/adapters/exports/exports.ts';
import type { ImportFormat } from '../../shared/contract/imports.ts';
import type { UserColumn } from '../../shared/contract/user-columns.ts';
import type { Row } from '../../shared/ports/exports.ts';
import { crowdHere } from './sizes.ts';

export type FileOf = {
  format: ImportFormat;
  rows: number;
  /** The number of the first person: of two files with numbers of their own, nobody is in both. */
  first: number;
  /** Letters of a column besides, which nobody takes for anything. */
  remarks?: number;
};

const headings = ['First name', 'Last name', 'Email', 'Role', 'Permissions'] as const;

/** What its columns are, where somebody has to say it. */
export function columnsIn({ remarks }: FileOf): (UserColumn | null)[] | undefined {
  return remarks ? ['firstName', 'lastName', 'email', 'role', 'access', null] : undefined;
}

export function fileOf(of: FileOf): AsyncIterable<Uint8Array> {
  return encoded(of.format, pagesOf(of));
}

const pageSize = 500;

async function* pagesOf({ rows, first, remarks = 0 }: FileOf): AsyncGenerator<readonly Row[]> {
  const crowd = crowdHere();
  yield [[...headings, ...(remarks ? ['Remarks'] : [])]];
  for (let from = 0; from < rows; from += pageSize) {
    const numbers = Array.from({ length: Math.min(pageSize, rows - from) }, (_, i) => first + from + i);
    yield numbers.map(number => {
      const { firstName, lastName, email } = memberOf(crowd, number).user;
      return [firstName, lastName, email, 'user', 'all', ...(remarks ? [remark(number, remarks)] : [])];
    });
  }
}

/** Of letters that nothing can make much shorter. */
function remark(number: number, letters: number): string {
  const chance = chanceOf(1, number);
  const words = Array.from({ length: Math.ceil(letters / 26) }, () => chance.id());
  return words.join('').slice(0, letters);
}
