/** Files of imports: what is uploaded, the plan that is made of it, and the files that come back. */
import type { ImportFormat } from '../contract/imports.ts';
import type { Time } from '../contract/text.ts';
import type { PlannedRow } from '../domain/model-plans.ts';
import type { Row } from './exports.ts';
import type { UploadForm } from './files.ts';
import type { OpenedSheet } from './sheets.ts';

/** A part of a plan: some hundred rows. */
export type PlanReader = {
  /** Undefined where there is none, or not any more. */
  readPart(key: string): Promise<PlannedRow[] | undefined>;
};

export type ImportUploads = {
  /** For five minutes, one file of at most `maxBytes`. */
  beginImport(key: string, maxBytes: number): Promise<UploadForm>;
};

export type ImportViewer = PlanReader & {
  /** For ten minutes; whoever follows it keeps the file under the name. */
  linkTo(key: string, fileName: string): Promise<{ url: string; expiresAt: Time }>;
};

export type ImportReporter = PlanReader & {
  /** As the file of an export is written. */
  writeFile(key: string, format: ImportFormat, pages: AsyncIterable<readonly Row[]>): Promise<void>;
};

export type ImportChecker = ImportReporter & {
  /** Brings the file here and opens it: whoever has read it closes it, and it is gone from here. */
  openImport(key: string): Promise<OpenedSheet | { ok: false; reason: 'no-file' }>;
  writePart(key: string, rows: readonly PlannedRow[]): Promise<void>;
};
