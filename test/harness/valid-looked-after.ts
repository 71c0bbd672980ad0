/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { arrangeOrganization, freshEmail } from './arrange.ts';
import { arrangeOperator } from './arrange-operator.ts';
import { ask, type Front, type Session } from './front.ts';
import type { Make } from './valid-requests.ts';

/** One operator who asks in all of the stories, by the door that they came in by. */
const operators = new WeakMap<Front, Promise<Session>>();
function anOperator(front: Front): Promise<Session> {
  const operator = operators.get(front) ?? arrangeOperator(front);
  operators.set(front, operator);
  return operator;
}

const staff =
  (input: Record<string, unknown>): Make =>
  async ({ front }) => ({ input, as: await anOperator(front) });

const onAnother: Make = async ({ front }) => {
  const { org } = await arrangeOrganization(front);
  return { input: { org }, as: await anOperator(front) };
};

export const makers = {
  'list-organizations': staff({ limit: 20 }),
  'create-organization': async ({ front }) => ({
    input: {
      name: 'Quay Street Bakery',
      plan: 'team',
      seats: 25,
      language: 'en',
      owner: { firstName: 'Olga', lastName: 'Founder', email: freshEmail('founder') },
    },
    as: await anOperator(front),
  }),
  'list-all-users': async ({ front, home }) => ({
    input: { organization: home.org, limit: 20 },
    as: await anOperator(front),
  }),
  'suspend-organization': onAnother,
  'resume-organization': async scene => {
    const { input, as } = await onAnother(scene);
    await ask(scene.front, 'suspend-organization', input, as);
    return { input, as };
  },
} satisfies Record<keyof (typeof areas)['looked-after'], Make>;
