/** What the columns of a file are taken for: each for one thing at most, and nothing for two columns. */
import { type ImportColumn, reportHeadings } from '../../../shared/contract/imports.ts';
import type { UserColumn } from '../../../shared/contract/user-columns.ts';

export type Mapping = (UserColumn | null)[];

/** For each column the heading of the first other one that is taken for the same, where there is one. */
export function twiceOf(mapping: Mapping, columns: readonly ImportColumn[]): (string | undefined)[] {
  return mapping.map((is, at) => {
    const other = is === null ? -1 : mapping.findIndex((each, place) => each === is && place !== at);
    return columns[other]?.heading;
  });
}

/** Whether nobody knows what it is. */
export function isUnknown({ heading, column }: ImportColumn): boolean {
  return column === undefined && !reportHeadings.some(own => own === heading);
}

export function findsNobody(mapping: Mapping): boolean {
  return !mapping.includes('id') && !mapping.includes('email');
}
