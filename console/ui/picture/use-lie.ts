/** How the picture lies under the square, and the ways to change that. */
import { useState } from 'react';
import { type Lie, leastZoom, type Media, type Point, within } from './crop-geometry.ts';

/** How many times nearer than the whole picture one may come. */
export const furthest = 4;

/** The most that a picture is straightened, in degrees; beyond it is turned by quarters. */
export const mostSlant = 45;

export type Turning = ReturnType<typeof useLie>;

export function useLie(media: Media | undefined) {
  const [wanted, setWanted] = useState<Point>({ x: 0, y: 0 });
  /** 1: as much of the picture as fits. */
  const [nearness, setNearness] = useState(1);
  const [quarters, setQuarters] = useState(0);
  const [slant, setSlant] = useState(0);
  const rotation = quarters * 90 + slant;
  const least = media ? leastZoom(media, rotation) : 1;
  const zoom = least * nearness;
  const place = (crop: Point): Point => (media ? within(media, { crop, rotation, zoom }) : crop);
  const lie: Lie = { crop: place(wanted), rotation, zoom };
  return {
    lie,
    least,
    nearness,
    slant,
    move: (crop: Point) => setWanted(place(crop)),
    zoomTo: (absolute: number) => setNearness(Math.min(furthest, Math.max(1, absolute / least))),
    setNearness,
    setSlant,
    /** Clockwise; what is in the middle stays there. */
    turn: (by: 1 | -1) => {
      const { x, y } = lie.crop;
      setWanted(by === 1 ? { x: -y, y: x } : { x: y, y: -x });
      setQuarters(quarters + by);
    },
  };
}
