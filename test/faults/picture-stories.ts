/** Stories of pictures: one that is taken, and one that comes in the place of another. */
import { expect } from 'vitest';
import type { Pictures } from '../../shared/ports/files.ts';
import { arrangeUser } from '../harness/arrange.ts';
import { uploadedFor, uploadedOwn } from '../harness/arrange-pictures.ts';
import { ask, requestFor } from '../harness/front.ts';
import type { Scene, Story } from './stories.ts';

/** The codecs have tests of their own, and no part in what is written. */
const drawn: Pictures = {
  squaresOf: async bytes => ({
    ok: true,
    squares: [
      { size: 96, bytes },
      { size: 384, bytes },
    ],
  }),
};

/** Nothing is shown but the picture of this name, and no other files are kept. */
async function isAllThereIs({ front, home }: Scene, user: string, name: string): Promise<void> {
  const { body } = await ask(front, 'get-user', { org: home.org, user }, home.owner);
  expect(body.pictureUrl).toBe(`/pictures/${name}/96.webp`);
  expect([...front.world.files.kept.keys()]).toEqual([name]);
}

const own: Story = {
  name: 'set-picture',
  done: [],
  arrange: async scene => {
    const { front, home } = scene;
    front.world.pictures = drawn;
    const me = await arrangeUser(front, home);
    const upload = await uploadedOwn(front, me);
    const holds = () => isAllThereIs(scene, me.id, upload);
    return { request: requestFor('set-picture', { upload }, me), holds };
  },
};

const another: Story = {
  name: 'set-user-picture, in the place of another',
  done: [],
  arrange: async scene => {
    const { front, home } = scene;
    front.world.pictures = drawn;
    const them = await arrangeUser(front, home);
    await ask(front, 'set-picture', { upload: await uploadedOwn(front, them) }, them);
    const upload = await uploadedFor(front, home, them.id);
    const input = { org: home.org, user: them.id, upload };
    const holds = () => isAllThereIs(scene, them.id, upload);
    return { request: requestFor('set-user-picture', input, home.owner), holds };
  },
};

export const pictureStories: Story[] = [own, another];
