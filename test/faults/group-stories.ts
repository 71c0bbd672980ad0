/** Stories about groups and projects, who is in them, and what is done by jobs. */
import { expect } from 'vitest';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { arrangeUser } from '../harness/arrange.ts';
import { join } from '../harness/arrange-groups.ts';
import { ask, requestFor } from '../harness/front.ts';
import { validRequest } from '../harness/valid-requests.ts';
import type { Scene, Story } from './stories.ts';

const onceKept = { 'idempotency-key': 'the same again' };

const told = ({ front }: Scene, action: string) =>
  front.world.directory.events.filter(event => event.action === action).length;

/** What was asked is told once, and holds. */
function telling(
  route: RouteKey,
  action: string,
  done: string[] = [],
  holds = async (_: Scene) => {},
): Story {
  return {
    name: route,
    done,
    arrange: async scene => {
      const { input, headers } = await validRequest(route, scene);
      return {
        request: requestFor(route, input, scene.home.owner, { headers: { ...headers, ...onceKept } }),
        holds: async () => {
          expect(told(scene, action)).toBe(1);
          await holds(scene);
        },
      };
    },
  };
}

/** A deleted group is taken from whoever was in it, and every entry of that is written once. */
const deleting: Story = {
  name: 'delete-group, with somebody in it',
  done: ['not-found'],
  arrange: async scene => {
    const { front, home } = scene;
    const { input, headers } = await validRequest('delete-group', scene);
    const { id } = await arrangeUser(front, home);
    await join(front, home, String(input.group), id);
    return {
      request: requestFor('delete-group', input, home.owner, { headers }),
      holds: async () => {
        for (const action of ['group.deleted', 'group.member-removed', 'job.finished'])
          expect(told(scene, action), action).toBe(1);
        expect(await placed(scene)).toEqual([]);
      },
    };
  },
};

/** Whoever was to come in is in, whoever was to go is out, and one job has done it. */
const changing: Story = {
  name: 'change-group-members',
  done: [],
  arrange: async scene => {
    const { front, home } = scene;
    const { input } = await validRequest('change-group-members', scene);
    return {
      request: requestFor('change-group-members', input, home.owner, { headers: onceKept }),
      holds: async () => {
        expect(told(scene, 'job.finished')).toBe(1);
        const { body } = await ask(front, 'list-jobs', { org: home.org }, home.owner);
        expect(body.items.map(({ state }) => state)).toEqual(['done']);
        expect(await placed(scene)).toEqual(input.add);
      },
    };
  },
};

/** Who is in any group or project, as it is kept there; it is as their users have it. */
async function placed({ front }: Scene): Promise<string[]> {
  const stored = front.world.directory.stored();
  const inPlaces = stored.flatMap(it => (it.type === 'assignment' ? [it.user] : []));
  const inUsers = stored.flatMap(it =>
    it.type === 'user' ? [...it.groups, ...it.projects].map(() => it.id) : [],
  );
  expect([...inUsers].sort()).toEqual([...inPlaces].sort());
  return inPlaces;
}

const isPlaced = (count: number) => async (scene: Scene) => {
  expect(await placed(scene)).toHaveLength(count);
};

export const groupStories: Story[] = [
  telling('create-group', 'group.created'),
  telling('edit-group', 'group.edited', ['stale-version']),
  deleting,
  telling('add-group-member', 'group.member-added', [], isPlaced(1)),
  telling('remove-group-member', 'group.member-removed', [], isPlaced(0)),
  changing,
  telling('start-bulk', 'user.deactivated'),
  telling('pause-job', 'job.paused', ['wrong-status']),
  telling('resume-job', 'job.resumed', ['wrong-status']),
  telling('cancel-job', 'job.cancelled', ['wrong-status']),
  telling('commit-import', 'import.committed', [], async scene => {
    expect(told(scene, 'job.finished')).toBe(1);
  }),
  telling('grant-content', 'group.content-granted'),
  telling('remove-content', 'group.content-removed'),
  telling('create-project', 'project.created'),
  telling('edit-project', 'project.edited', ['stale-version']),
  telling('delete-project', 'project.deleted', ['not-found']),
  telling('add-project-member', 'project.member-added', [], isPlaced(1)),
  telling('remove-project-member', 'project.member-removed', [], isPlaced(0)),
];
