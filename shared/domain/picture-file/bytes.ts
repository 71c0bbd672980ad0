/** How the formats of pictures write text and numbers. */

/** Chunks or segments in a file: far more than a real one has, few enough to be told one by one. */
export const mostPieces = 10_000;

/** `at` may lie beyond the end: what is not there is no text. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

export function asciiOf(text: string): number[] {
  return Array.from(text, letter => letter.charCodeAt(0));
}

/** A number's bytes, the lowest first. */
export function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 0xff);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
