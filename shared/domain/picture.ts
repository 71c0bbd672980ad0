/** Pictures by name: the files lie beside the API, under the same origin. */

/** The sizes that are kept, in pixels a side: for lists, and for profiles (twice what is shown, for sharp screens). */
export const pictureSizes = { list: 96, profile: 384 } as const;

/** Relative to the origin that serves the API. */
export function pictureUrl(name: string | undefined, size: keyof typeof pictureSizes): string | undefined {
  return name && `/pictures/${name}/${pictureSizes[size]}.webp`;
}
