/** A picture to cut a square out of: a sun over hills, so that one sees which way up it is. */
import { png } from '../harness/picture-files.ts';

const size = { width: 640, height: 420 };

export function samplePicture(): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'hills.png', mimeType: 'image/png', buffer: Buffer.from(png({ ...size, paint })) };
}

function paint(x: number, y: number): readonly [number, number, number, number] {
  const sun = Math.hypot(x - 420, y - 130);
  const near = 300 + 50 * Math.sin(x / 90);
  const far = 240 + 34 * Math.sin(x / 60 + 2);
  if (y > near) return [46, 92, 84, 255];
  if (y > far) return [92, 140, 126, 255];
  if (sun < 54) return [255, 226, 150, 255];
  const glow = Math.max(0, 1 - sun / 420);
  return [150 + 90 * glow, 180 + 30 * glow, 214 - 40 * glow, 255];
}
