/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { arrangeUser } from './arrange.ts';
import { arrangeCatalogue } from './arrange-catalogue.ts';
import { arrangeOperator } from './arrange-operator.ts';
import { ask, type Front, type Session } from './front.ts';
import type { Make } from './valid-requests.ts';

/** By whoever keeps the catalogue. */
const byOperator =
  (make: (front: Front, as: Session) => ReturnType<Make>): Make =>
  async ({ front }) => {
    await arrangeCatalogue(front);
    const as = await arrangeOperator(front);
    return { ...(await make(front, as)), as };
  };

/** The catalogue as it is, to be put again: without what is retired, which nobody puts. */
export async function catalogueToPut(front: Front, operator: Session) {
  const { body, headers } = await ask(front, 'get-catalogue', {}, operator);
  const applications = body.applications
    .map(each => ({ ...each, permissions: each.permissions.filter(({ retiredAt }) => !retiredAt) }))
    .filter(({ permissions }) => permissions.length > 0);
  return { applications, headers: { 'if-match': headers.etag ?? '' } };
}

export const makers = {
  'list-applications': async ({ front, home }) => {
    await arrangeCatalogue(front);
    return { input: { org: home.org } };
  },
  'get-catalogue': byOperator(async () => ({ input: {} })),
  'put-catalogue': byOperator(async (front, as) => {
    const { applications, headers } = await catalogueToPut(front, as);
    return { input: { applications }, headers };
  }),
  'get-user-permissions': async ({ front, home }) => {
    await arrangeCatalogue(front);
    const { id } = await arrangeUser(front, home);
    return { input: { org: home.org, user: id } };
  },
  'authorize-user': async ({ front, home }) => {
    await arrangeCatalogue(front);
    const content = { type: 'folder', id: 'north' };
    return {
      input: { organization: home.org, questions: [{ permission: 'desk.tickets.read' }, { content }] },
    };
  },
  /** By another owner, so that the home's stays one. */
  'hand-over-ownership': async ({ front, home }) => {
    const { id } = await arrangeUser(front, home, 'admin');
    return { input: { org: home.org, user: id }, as: await arrangeUser(front, home, 'owner') };
  },
} satisfies Record<keyof (typeof areas)['access'], Make>;
