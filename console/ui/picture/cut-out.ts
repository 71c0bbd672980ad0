/** The square of a picture as a file of its own: what the page shows is what is sent. */
import { pictureBytes } from '../../../shared/contract/pictures.ts';
import { type Lie, type Media, middleOf, sideInFile, squareSide } from './crop-geometry.ts';
import type { PictureType } from './open-picture.ts';

/** No picture is shown larger than this, in pixels. */
const largestSide = 1024;

/** As it came, if the browser can write that; what may be seen through stays so. */
const writable: Readonly<Record<PictureType, readonly PictureType[]>> = {
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/webp', 'image/png'],
  'image/webp': ['image/webp', 'image/png'],
};

/** Undefined where the browser does not manage it. */
export async function cutOut(
  image: HTMLImageElement,
  { type, media, lie }: { type: PictureType; media: Media; lie: Lie },
): Promise<{ type: PictureType; file: Blob } | undefined> {
  const canvas = draw(image, media, lie);
  for (const wanted of writable[type]) {
    const file = await new Promise<Blob | null>(done => canvas.toBlob(done, wanted, 0.92));
    if (file?.type === wanted && file.size <= pictureBytes) return { type: wanted, file };
  }
  return undefined;
}

function draw(image: HTMLImageElement, media: Media, lie: Lie): HTMLCanvasElement {
  const side = Math.max(1, Math.min(largestSide, Math.round(sideInFile(media, lie.zoom))));
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const middle = middleOf(lie);
  const scale = (side * lie.zoom) / squareSide;
  context.imageSmoothingQuality = 'high';
  context.translate(side / 2, side / 2);
  context.rotate((lie.rotation * Math.PI) / 180);
  context.scale(scale, scale);
  context.translate(-middle.x, -middle.y);
  context.drawImage(image, -media.width / 2, -media.height / 2, media.width, media.height);
  return canvas;
}
