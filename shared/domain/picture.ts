/** Pictures by name: the files lie beside the API, under the same origin. */
import type { PersonId } from '../contract/ids.ts';

/**
 * The squares that are kept, in pixels a side: for lists, and for profiles (twice what is shown, for sharp screens). A
 * picture that has fewer is kept with those it has.
 */
export const pictureSizes = { list: 96, profile: 384 } as const;
export type PictureSize = (typeof pictureSizes)[keyof typeof pictureSizes];

/** The name is not to be guessed: whoever has it may see the picture. */
export function pictureKey(name: string, size: PictureSize): string {
  return `pictures/${name}/${size}.webp`;
}

/** Relative to the origin that serves the API. */
export function pictureUrl(name: string | undefined, size: keyof typeof pictureSizes): string | undefined {
  return name && `/${pictureKey(name, pictureSizes[size])}`;
}

/** Where somebody's file waits to be taken: under whom it is of, so that nobody takes another's. */
export function uploadKey(person: PersonId, upload: string): string {
  return `uploads/${person}/${upload}`;
}
