/** Files of exports: written a page at a time, and fetched by links that soon die. */
import type { ExportFormat } from '../contract/exports.ts';
import type { Time } from '../contract/text.ts';

/** One cell for each column. */
export type Row = readonly string[];

export type ExportWriter = {
  /**
   * Writes a file whole, in place of any that was there; whoever reads it meanwhile has the one before. Of the pages, the
   * first of which begins with the headings, no more than some megabytes are in memory at a time.
   */
  writeExport(key: string, format: ExportFormat, pages: AsyncIterable<readonly Row[]>): Promise<void>;
};

export type ExportLinks = {
  /** For ten minutes; whoever follows it keeps the file under the name. */
  linkTo(key: string, fileName: string): Promise<{ url: string; expiresAt: Time }>;
};
