/**
 * Where the square lies on a picture that is moved, zoomed and turned. The square never leaves the picture: at an angle
 * that takes more zoom, so that no corner of it is empty.
 */

/** A picture as it is laid out before any zoom, in pixels of the page, and as it is in its file. */
export type Media = { width: number; height: number; naturalWidth: number; naturalHeight: number };
export type Point = { x: number; y: number };

/** How the picture lies: its middle moved by so much, turned by so many degrees clockwise, enlarged so many times. */
export type Lie = { crop: Point; rotation: number; zoom: number };

/** The side of the square, in pixels of the page. */
export const squareSide = 240;

/** The zoom at which the square just fits into the picture. */
export function leastZoom({ width, height }: Media, rotation: number): number {
  return (squareSide * spreadAt(rotation)) / Math.min(width, height);
}

/** The place nearest to the wanted one at which the square lies within the picture. */
export function within(media: Media, { crop, rotation, zoom }: Lie): Point {
  const middle = middleOf({ crop, rotation, zoom });
  const half = (squareSide * spreadAt(rotation)) / (2 * zoom);
  const kept = {
    x: clamp(middle.x, media.width / 2 - half),
    y: clamp(middle.y, media.height / 2 - half),
  };
  const turned = turn(kept, rotation);
  return { x: -turned.x * zoom, y: -turned.y * zoom };
}

/** The square's middle as the picture sees it: from its own middle, upright, before any zoom. */
export function middleOf({ crop, rotation, zoom }: Lie): Point {
  const turned = turn({ x: -crop.x, y: -crop.y }, -rotation);
  return { x: turned.x / zoom, y: turned.y / zoom };
}

/** The side of the square in the file's own pixels. */
export function sideInFile({ width, naturalWidth }: Media, zoom: number): number {
  return (squareSide / zoom) * (naturalWidth / width);
}

/** How much wider than its side a square is at an angle. */
function spreadAt(rotation: number): number {
  const { cos, sin } = partsOf(rotation);
  return Math.abs(cos) + Math.abs(sin);
}

function turn({ x, y }: Point, rotation: number): Point {
  const { cos, sin } = partsOf(rotation);
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

function partsOf(rotation: number) {
  const angle = (rotation * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

/** Half a pixel of rounding must not turn the limits around. */
function clamp(value: number, most: number): number {
  const limit = Math.max(0, most);
  return Math.min(limit, Math.max(-limit, value));
}
