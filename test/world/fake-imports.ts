/** Files of imports in memory: written by the very encoders, kept as the texts that S3 would keep. */
import { encoded } from '../../shared/adapters/exports/exports.ts';
import { linkLife } from '../../shared/adapters/exports/links.ts';
import { openFile } from '../../shared/adapters/imports/open-file.ts';
import { decodePart, encodePart } from '../../shared/adapters/imports/store.ts';
import type { Time } from '../../shared/contract/text.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { ImportChecker, ImportUploads, ImportViewer } from '../../shared/ports/imports.ts';
import type { Clock } from '../../shared/ports/system.ts';

export const importsUrl = 'https://imports.example.com/';

export type FakeImports = ImportUploads &
  ImportViewer &
  ImportChecker & {
    /** What a browser does with a form; the status that S3 would answer. */
    upload(fields: Record<string, string>, file: Uint8Array): number;
    /** What somebody gets who follows a link. */
    fetch(url: string): { status: number; headers: Record<string, string>; bytes: Uint8Array };
    /** Everything that lies there, by key. */
    kept: Map<string, Uint8Array>;
  };

type Link = { key: string; fileName: string; expiresAt: Time };

async function* chunksOf(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}

export function fakeImports(clock: Clock): FakeImports {
  const kept: FakeImports['kept'] = new Map();
  const limits = new Map<string, number>();
  const links = new Map<string, Link>();
  return {
    kept,
    upload: ({ key = '' }, file) => {
      const limit = limits.get(key);
      if (limit === undefined) return 403;
      if (file.length === 0 || file.length > limit) return 400;
      kept.set(key, file);
      return 204;
    },
    beginImport: async (key, maxBytes) => {
      limits.set(key, maxBytes);
      return { url: importsUrl, fields: { key } };
    },
    linkTo: async (key, fileName) => {
      const url = `${importsUrl}${key}?link=${links.size}`;
      const expiresAt = plusSeconds(clock.now(), linkLife);
      links.set(url, { key, fileName, expiresAt });
      return { url, expiresAt };
    },
    fetch: url => {
      const link = links.get(url);
      const bytes = link && clock.now() < link.expiresAt ? kept.get(link.key) : undefined;
      if (!link || !bytes) return { status: 403, headers: {}, bytes: new Uint8Array() };
      const headers = { 'content-disposition': `attachment; filename="${link.fileName}"` };
      return { status: 200, headers, bytes };
    },
    readPart: async key => {
      const part = kept.get(key);
      return part && decodePart(Buffer.from(part).toString());
    },
    writePart: async (key, rows) => {
      kept.set(key, Buffer.from(encodePart(rows)));
    },
    openImport: async key => {
      const file = kept.get(key);
      return file ? openFile(chunksOf(file)) : { ok: false, reason: 'no-file' };
    },
    writeFile: async (key, format, pages) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of encoded(format, pages)) chunks.push(chunk);
      kept.set(key, Buffer.concat(chunks));
    },
  };
}
