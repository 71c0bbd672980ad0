/** A valid request for every route of an area. */
import type { areas } from '../../shared/contract/routes.ts';
import { arrangeCatalogue, arrangeRole } from './arrange-catalogue.ts';
import type { Make } from './valid-requests.ts';

const onRole: Make = async ({ front, home }) => {
  const { id, version } = await arrangeRole(front, home);
  return { input: { org: home.org, role: id }, headers: { 'if-match': `"${version}"` } };
};

/** An organization has at most a hundred custom roles: whoever makes more of them makes room first. */
const withRoom =
  (make: Make): Make =>
  async scene => {
    const { front, home } = scene;
    const { directory } = front.world;
    const [policy] = await directory.get({ type: 'policy', organization: home.org });
    if (policy && Object.keys(policy.customRoles).length > 90) {
      const after = { ...policy, version: policy.version + 1, customRoles: {} };
      await directory.commit({ changes: [{ do: 'update', before: policy, after }], events: [] });
    }
    return make(scene);
  };

let names = 0;
const decided = () => ({
  name: `Reader ${++names}`,
  description: 'For whoever only looks.',
  permissions: ['desk.tickets.read', 'desk.tickets.export'],
});

export const makers = {
  'list-custom-roles': async ({ home }) => ({ input: { org: home.org } }),
  'create-custom-role': withRoom(async ({ front, home }) => {
    await arrangeCatalogue(front);
    return { input: { org: home.org, ...decided() } };
  }),
  'get-custom-role': withRoom(onRole),
  'edit-custom-role': withRoom(async scene => {
    const { input, headers } = await onRole(scene);
    return { input: { ...input, ...decided() }, headers };
  }),
  'delete-custom-role': withRoom(onRole),
  'list-role-holders': withRoom(async scene => {
    const { input } = await onRole(scene);
    return { input: { ...input, limit: 50 } };
  }),
} satisfies Record<keyof (typeof areas)['custom-roles'], Make>;
