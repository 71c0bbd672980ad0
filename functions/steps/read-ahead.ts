/** A directory that has read ahead: whatever is asked of it after that, and was read, takes no further round trip. */
import type { Entity } from '../../shared/domain/model.ts';
import type { Ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader, Found } from '../../shared/ports/directory.ts';

/** For the length of a request: what it has read stays as it was at that moment. */
export async function readAhead(refs: readonly Ref[], directory: DirectoryReader): Promise<DirectoryReader> {
  const found: readonly (Entity | undefined)[] = await directory.get(...refs);
  const read = new Map(refs.map((of, i) => [nameOf(of), found[i]]));
  return {
    ...directory,
    get: async <const R extends readonly Ref[]>(...asked: R) =>
      asked.every(of => read.has(nameOf(of)))
        ? (asked.map(of => read.get(nameOf(of))) as Found<R>) // each was read under that very name
        : directory.get(...asked),
  };
}

/** `ref` writes the facts of a name always in one order. */
const nameOf = (of: Ref) => JSON.stringify(of);
