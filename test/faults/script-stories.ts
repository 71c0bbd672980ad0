/** Stories about settings, registered applications and the tokens of scripts. */
import { expect } from 'vitest';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { arrangeApiUser, arrangeClient, passwordGrant } from '../harness/arrange-scripts.ts';
import { ask, requestFor } from '../harness/front.ts';
import { validRequest } from '../harness/valid-requests.ts';
import type { Scene, Story } from './stories.ts';

const settings: Story = {
  name: 'edit-settings',
  done: ['stale-version'],
  arrange: async scene => {
    const { front, home } = scene;
    const { input, headers } = await validRequest('edit-settings', scene);
    return {
      request: requestFor('edit-settings', { ...input, name: 'Renamed' }, home.owner, { headers }),
      holds: async () => {
        const { body } = await ask(front, 'get-settings', { org: home.org }, home.owner);
        expect(body.name).toBe('Renamed');
      },
    };
  },
};

/** One too many is possible where nobody was told of the first; it can be seen, and deleted. */
const registering: Story = {
  name: 'create-api-client',
  done: [],
  arrange: async ({ front, home }) => ({
    request: requestFor('create-api-client', { org: home.org, name: 'Import' }, home.owner),
    holds: async () => {
      const { body } = await ask(front, 'list-api-clients', { org: home.org }, home.owner);
      expect([1, 2]).toContain(body.items.length);
    },
  }),
};

function onClient(route: RouteKey, done: string[], expected: number): Story {
  const arrange = async (scene: Scene) => {
    const { front, home } = scene;
    const { input } = await validRequest(route, scene);
    const holds = async () => {
      const asked = { org: home.org, client: input.client };
      expect((await ask(front, 'get-api-client', asked, home.owner)).status).toBe(expected);
    };
    return { request: requestFor(route, input, home.owner), holds };
  };
  return { name: route, done, arrange };
}

const exchanging: Story = {
  name: 'exchange-token',
  done: [],
  arrange: async ({ front, home }) => {
    const client = await arrangeClient(front, home);
    const fields = passwordGrant(client, await arrangeApiUser(front, home));
    const holds = async () => {
      const { body } = await ask(front, 'exchange-token', fields);
      const session = { accessToken: body.access_token };
      expect((await ask(front, 'list-users', { org: home.org }, session)).status).toBe(200);
    };
    return { request: requestFor('exchange-token', fields), holds };
  },
};

export const scriptStories: Story[] = [
  settings,
  registering,
  onClient('rotate-api-client', [], 200),
  onClient('delete-api-client', ['not-found'], 404),
  exchanging,
];
