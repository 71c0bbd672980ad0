/** Files in memory: a place for uploads that takes what its form allows, and pictures by name. */
import type { Files, PictureSquare } from '../../shared/ports/files.ts';

export type FakeFiles = Files & {
  /** What a browser does with a form; the status that S3 would answer. */
  upload(fields: Record<string, string>, file: Uint8Array): number;
  /** The squares of pictures, by name. */
  kept: Map<string, readonly PictureSquare[]>;
  /** Keys of what was uploaded and not taken away. */
  uploads: Map<string, Uint8Array>;
};

export function fakeFiles(): FakeFiles {
  const limits = new Map<string, { maxBytes: number; type: string }>();
  const uploads: FakeFiles['uploads'] = new Map();
  const kept: FakeFiles['kept'] = new Map();
  return {
    uploads,
    kept,
    upload: ({ key = '', 'Content-Type': type }, file) => {
      const limit = limits.get(key);
      if (limit === undefined || limit.type !== type) return 403;
      if (file.length === 0 || file.length > limit.maxBytes) return 400;
      uploads.set(key, file);
      return 204;
    },
    beginUpload: async (key, limit) => {
      limits.set(key, limit);
      return { url: 'https://uploads.example.com/', fields: { key, 'Content-Type': limit.type } };
    },
    readUpload: async (key, maxBytes) => {
      const file = uploads.get(key);
      return file && file.length > maxBytes ? 'too-large' : file;
    },
    removeUpload: async key => {
      uploads.delete(key);
    },
    storePicture: async (name, squares) => {
      kept.set(name, squares);
    },
    removePicture: async name => {
      kept.delete(name);
    },
  };
}
