/** Files of exports in memory, written by the very encoders, and links that die by the world's clock. */
import { encoded } from '../../shared/adapters/exports/exports.ts';
import { linkLife } from '../../shared/adapters/exports/links.ts';
import type { Time } from '../../shared/contract/text.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { ExportLinks, ExportWriter } from '../../shared/ports/exports.ts';
import type { Clock } from '../../shared/ports/system.ts';

export type FakeExports = ExportWriter &
  ExportLinks & {
    /** What somebody gets who follows a link. */
    fetch(url: string): { status: number; headers: Record<string, string>; bytes: Uint8Array };
    /** The files that were written, by key. */
    kept: Map<string, Uint8Array>;
  };

type Link = { key: string; fileName: string; expiresAt: Time };

export function fakeExports(clock: Clock): FakeExports {
  const kept: FakeExports['kept'] = new Map();
  const links = new Map<string, Link>();
  return {
    kept,
    writeExport: async (key, format, pages) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of encoded(format, pages)) chunks.push(chunk);
      kept.set(key, Buffer.concat(chunks));
    },
    linkTo: async (key, fileName) => {
      const url = `https://exports.example.com/${key}?link=${links.size}`;
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
  };
}
