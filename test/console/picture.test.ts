/** Choosing, cutting and sending a picture, to the very pixels that are kept. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import { bytesOf, exif, jpeg, png, segment, unpacked, webp, withSegments } from '../harness/picture-files.ts';
import { idOf } from './demo.ts';
import { button, dialog } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

/** Hugo looks at a picture that he has chosen. */
async function withPicture(
  file: Buffer,
  mimeType: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  await as('Hugo', '/account', async page => {
    await button(page, 'Choose a picture').click();
    await button(page, 'Choose a file').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'a picture', mimeType, buffer: file });
    await square(page).waitFor();
    await use(page);
  });
}

const square = (page: Page) => page.getByLabel('Part of the picture');

async function send(page: Page): Promise<void> {
  await button(page, 'Use this picture').click();
  await page.getByText('Your picture was changed').waitFor();
}

/** The colours in the four quarters of what is kept of Hugo: top left, top right, bottom left, bottom right. */
async function quartersKept(): Promise<string[]> {
  const { directory, files } = served.api.front.world;
  const [person] = await directory.get(ref.person(idOf('Hugo')));
  const largest = files.kept.get(person?.picture ?? '')?.toSorted((one, other) => other.size - one.size)[0];
  if (!largest) throw new Error('nothing is kept');
  const { width, height, data } = await unpacked(largest.bytes);
  expect(width).toBe(height);
  const at = (x: number, y: number) =>
    colourOf(data.subarray((Math.floor(y * height) * width + Math.floor(x * width)) * 4));
  return [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)];
}

function colourOf([red = 0, green = 0, blue = 0]: Uint8ClampedArray): string {
  const bright = [red > 127, green > 127, blue > 127].map(Number).join('');
  return { '100': 'red', '010': 'green', '001': 'blue', '111': 'white' }[bright] ?? bright;
}

const upright = ['red', 'green', 'blue', 'white'];
const size = { width: 600, height: 600 };

describe('what is kept', () => {
  test.each([
    ['PNG', 'image/png', async () => png(size)],
    ['JPEG', 'image/jpeg', async () => jpeg(size)],
    ['WebP', 'image/webp', async () => webp(size)],
  ] as const)('is what was shown: %s', async (_, type, file) => {
    await withPicture(await file(), type, send);
    expect(await quartersKept()).toEqual(upright);
  });

  test('is upright where a camera says that it lay on its side', async () => {
    const lying = withSegments(
      await jpeg(size),
      segment(0xe1, Buffer.concat([bytesOf('Exif\0\0'), exif(6)])),
    );
    await withPicture(lying, 'image/jpeg', send);
    expect(await quartersKept()).toEqual(['blue', 'red', 'white', 'green']);
  });

  test('is turned as it was shown', async () => {
    await withPicture(png(size), 'image/png', async page => {
      await button(page, 'Turn right').click();
      await send(page);
    });
    expect(await quartersKept()).toEqual(['blue', 'red', 'white', 'green']);
  });

  test('is the part that the arrow keys have moved to, nearer and round or square', async () => {
    await withPicture(png(size), 'image/png', async page => {
      await page.getByLabel('Zoom').fill('4');
      await button(page, 'Show it square').click();
      await square(page).focus();
      for (let times = 0; times < 60; times++) await page.keyboard.press('ArrowRight');
      for (let times = 0; times < 60; times++) await page.keyboard.press('ArrowDown');
      await send(page);
    });
    expect(await quartersKept()).toEqual(['red', 'red', 'red', 'red']);
  });

  test('is never empty at a corner, however it is slanted and dragged', async () => {
    await withPicture(
      png({ width: 900, height: 300, paint: () => [255, 0, 0, 255] }),
      'image/png',
      async page => {
        await page.getByLabel('Straighten').fill('30');
        const box = await square(page).boundingBox();
        if (!box) throw new Error('the square is nowhere');
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await page.mouse.down();
        await page.mouse.move(box.x + 900, box.y + 900, { steps: 8 });
        await page.mouse.up();
        await send(page);
      },
    );
    const { directory, files } = served.api.front.world;
    const [person] = await directory.get(ref.person(idOf('Hugo')));
    for (const { bytes } of files.kept.get(person?.picture ?? '') ?? []) {
      const { data } = await unpacked(bytes);
      const pale = data.filter((value, at) => at % 4 === 3 && value < 250);
      expect(pale).toHaveLength(0);
    }
  });
});

describe('whatever goes wrong', () => {
  test('in the upload is said, and trying again works', () =>
    withPicture(png(size), 'image/png', async page => {
      served.api.hinderUpload = () => 403;
      await button(page, 'Use this picture').click();
      await page.getByText('The upload did not get through').waitFor();
      served.api.hinderUpload = undefined;
      await send(page);
      expect(served.api.asked.filter(({ key }) => key === 'begin-picture')).toHaveLength(2);
    }));

  test('on the server is said in its words', () =>
    withPicture(png(size), 'image/png', async page => {
      served.api.interfere = key => (key === 'set-picture' ? 'picture-unreadable' : undefined);
      await button(page, 'Use this picture').click();
      await page.getByText('Not a picture that we can read').waitFor();
    }));

  test.each([
    ['a file of another kind', { type: 'text/plain' }, 'Not a kind of picture that we take'],
    ['a file that is none', { type: 'image/png' }, 'The picture cannot be read'],
    ['a file that is too large', { size: 31 * 1024 * 1024 }, 'The file is too large'],
  ])('with %s is said', async (_, file, words) =>
    as('Hugo', '/account', async page => {
      await button(page, 'Choose a picture').click();
      await bring(page, 'drop', { content: Buffer.from('words'), ...file });
      await page.getByRole('alert').getByText(words).waitFor();
    }),
  );
});

type Brought = { content: Buffer; type?: string /** Filled up to this, in bytes. */; size?: number };

/** A file comes as it does from the desktop or the clipboard. */
async function bring(page: Page, way: 'drop' | 'paste', file: Brought): Promise<void> {
  const { content, type = 'image/png', size = content.length } = file;
  await button(page, 'Choose a file').waitFor();
  const data = await page.evaluateHandle(
    ([bytes, kind, length]) => {
      const filled = new Uint8Array(length);
      filled.set(bytes);
      const carried = new DataTransfer();
      carried.items.add(new File([filled], 'a picture', { type: kind }));
      return carried;
    },
    [[...content], type, size] as const,
  );
  if (way === 'drop')
    return page.getByText('Drop a picture here').dispatchEvent('drop', { dataTransfer: data });
  await page.evaluate(
    clipboardData => document.dispatchEvent(new ClipboardEvent('paste', { clipboardData })),
    data,
  );
}

test.each(['drop', 'paste'] as const)('a picture comes by %s, too', async way =>
  as('Hugo', '/account', async page => {
    await button(page, 'Choose a picture').click();
    await bring(page, way, { content: png({ width: 40, height: 40 }) });
    await square(page).waitFor();
  }),
);

test('a picture is replaced, and removed after a question', () =>
  withPicture(png(size), 'image/png', async page => {
    await send(page);
    const shown = page.locator('main img[src^="/pictures/"]');
    const first = await shown.getAttribute('src');
    await button(page, 'Change picture').click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'another',
      mimeType: 'image/png',
      buffer: png({ ...size, paint: () => [0, 0, 255, 255] }),
    });
    await square(page).waitFor();
    await button(page, 'Use this picture').click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await shown.getAttribute('src')).not.toBe(first);
    await button(page, 'Remove').click();
    await button(page, 'Remove picture').click();
    await shown.waitFor({ state: 'detached' });
    expect(served.api.front.world.files.kept.size).toBe(0);
  }));
