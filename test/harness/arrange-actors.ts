/** One of each kind of person who may ask for something in an organization. */
import { type Arranged, arrangeOrganization, arrangeUser } from './arrange.ts';
import { arrangeOperator } from './arrange-operator.ts';
import { ask, type Front, type Session } from './front.ts';

type Somebody = Session & { id: string; email: string };

export type Actors = {
  anonymous: undefined;
  user: Somebody;
  manager: Somebody;
  admin: Somebody;
  owner: Somebody;
  /** The owner of another organization. */
  foreign: Somebody;
  operator: Somebody;
  /** With a token that is still valid. */
  deactivated: Somebody;
};

export async function arrangeActors(front: Front, home: Arranged): Promise<Actors> {
  const deactivated = await arrangeUser(front, home);
  await ask(front, 'deactivate-user', { org: home.org, user: deactivated.id }, home.owner);
  return {
    anonymous: undefined,
    user: await arrangeUser(front, home, 'user'),
    manager: await arrangeUser(front, home, 'manager'),
    admin: await arrangeUser(front, home, 'admin'),
    owner: await arrangeUser(front, home, 'owner'),
    foreign: (await arrangeOrganization(front)).owner,
    operator: await arrangeOperator(front),
    deactivated,
  };
}
