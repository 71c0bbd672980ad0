/** The organizations of a crowd: a large customer, and whoever sends it guests. */
import { blueHarbor, type DemoOrganization } from '../people.ts';
import { type DemoAccess, northwindAccess } from '../rights.ts';

/** One owner each, who can be signed in as; the plan has room for a crowd of this size. */
export function organizationsFor(users: number): { meridian: DemoOrganization; fieldwork: DemoOrganization } {
  return {
    meridian: {
      name: 'Meridian Group',
      kind: 'customer',
      domain: 'meridian.example.net',
      plan: 'enterprise',
      seats: 2 * users + 10,
      address: '200 Meridian Way, Greenwich',
      people: [{ name: 'Ottoline Marsh', role: 'owner', fate: 'active' }],
    },
    fieldwork: {
      ...blueHarbor,
      name: 'Fieldwork Contractors',
      domain: 'fieldwork.example.net',
      plan: 'enterprise',
      seats: users + 10,
      people: [{ name: 'Osvaldo Prieto', role: 'owner', fate: 'active' }],
    },
  };
}

export const board = 'Board';
const groupNames =
  'Europe, Americas, Asia Pacific, Engineering, Sales, Support, Finance, Operations, Legal, Design';
const projectNames = 'Atlas, Borealis, Cinder, Delta, Ember, Fathom, Gale, Horizon';
const roleNames = 'Publisher, Reviewer, Auditor';

const described = (name: string) => ({ name, description: `${name}, all over the world.` });

export const meridianAccess: DemoAccess = {
  customRoles: [
    ...northwindAccess.customRoles.map(role => ({
      ...role,
      permissions: role.permissions.filter(key => !key.startsWith('reports.print')),
    })),
    ...roleNames.split(', ').map(name => ({ ...described(name), permissions: ['crm.contacts.read'] })),
  ],
  groups: [...groupNames.split(', '), board].map(name => ({
    ...described(name),
    customRoles: [],
    contents: [],
  })),
  projects: projectNames.split(', ').map(described),
  people: {},
};
