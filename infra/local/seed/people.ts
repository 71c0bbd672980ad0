/** Who lives in the demo: enough people to scroll, in every status, with names from many places. */

import type * as z from 'zod/mini';
import type { OrganizationKind } from '../../../shared/contract/organizations.ts';
import type { Role } from '../../../shared/contract/roles.ts';
import { demo } from '../../demo.ts';

/** What has become of somebody. */
type Fate =
  | 'active'
  | 'never-returned'
  /** Has accepted, and is not let in before the partner says so. */
  | 'awaiting'
  | 'pending'
  | 'expired'
  | 'not-sent'
  | 'bounced'
  | 'revoked'
  | 'inactive'
  | 'archived';

export type DemoPerson = { name: string; role: Role; fate: Fate };
export type DemoOrganization = {
  name: string;
  kind: z.output<typeof OrganizationKind>;
  domain: string;
  plan: string;
  seats: number;
  address: string;
  people: DemoPerson[];
};

const living = (role: Role, names: string[]): DemoPerson[] =>
  names.map(name => ({ name, role, fate: 'active' }));
const having = (fate: Fate, names: string[]): DemoPerson[] =>
  names.map(name => ({ name, role: 'user', fate }));

/** Has a registered application, and in `demo.script` a user for it. The first of each role can be signed in as. */
export const northwind: DemoOrganization = {
  name: 'Northwind Labs',
  kind: 'customer',
  domain: 'northwind.example.com',
  plan: 'team',
  seats: 50,
  address: '12 Quayside, Newcastle upon Tyne',
  people: [
    ...living('owner', ['Olive Sandoval']),
    ...living('admin', ['Anders Lindqvist', 'Amara Okafor']),
    ...living('manager', ['Marta Kowalczyk', 'Mateo Fernández', demo.script.name]),
    ...living('user', [
      'Ulla Berg',
      'Bjørn Ødegård',
      'Camille Lefèvre',
      'Chidi Nwosu',
      'Dilnoza Karimova',
      'Éva Szabó',
      'Farid Haddad',
      'Grace Mwangi',
      'Hanna Schröder',
      'Ines Carvalho',
      'Jorge Peña',
      'Katarína Nováková',
      'Liam Byrne',
      'Nguyễn Thị Lan',
      'Priya Raman',
      'Şebnem Yılmaz',
    ]),
    ...having('never-returned', ['Tomás Ribeiro']),
    ...having('pending', ['Quinn Abbott', 'Rosa Marchetti', 'Samir Qureshi', 'Wanda Zielińska']),
    ...having('expired', ['Victor Osei', 'Xu Wei', 'Yara Haddad']),
    ...having('not-sent', ['Zoë van Dijk', 'Ida Holm']),
    ...having('bounced', ['Bruno Keller']),
    ...having('revoked', ['Petra Novotná']),
    ...having('inactive', ['Gustavo Lima', 'Helena Markovic', 'Noah Whitfield', 'Sofia Papadopoulou']),
    ...having('archived', ['Rashid Aziz', 'Ingrid Solberg', 'Leo Fontaine']),
  ],
};

/** Whose newest users wait for the partner's approval. */
export const blueHarbor: DemoOrganization = {
  name: 'Blue Harbor Foods',
  kind: 'customer',
  domain: 'blueharbor.example.com',
  plan: 'starter',
  seats: 25,
  address: '4 Harbour Road, Galway',
  people: [
    ...living('owner', ['Oscar Delgado']),
    ...living('admin', ['Alice Thornton']),
    ...living('manager', ['Milan Horvat']),
    ...living('user', [
      'Uri Ben-David',
      'Beatriz Santos',
      'Daniel Kim',
      'Elif Demir',
      'Jonas Weber',
      'Lucía Romero',
      'Naledi Khumalo',
      'Tariq Mansour',
    ]),
    ...having('awaiting', ['Dario Conti', 'Wren Holloway']),
    ...having('pending', ['Fatima Zahra', 'Gita Sharma']),
    ...having('expired', ['Hugo Martin']),
    ...having('not-sent', ['Ivan Petrov']),
    ...having('inactive', ['Klara Svensson', 'Rafael Costa']),
    ...having('archived', ['Yuki Sato']),
  ],
};

/** The partner: it says who gets in at Blue Harbor. */
export const harborPartners: DemoOrganization = {
  name: 'Harbor Partners',
  kind: 'partner',
  domain: 'harborpartners.example.com',
  plan: 'team',
  seats: 10,
  address: '1 Custom House Quay, Cork',
  people: [
    ...living('owner', ['Orla Fitzgerald']),
    ...living('admin', ['Astrid Nilsen']),
    ...living('manager', ['Manuel Ortega']),
  ],
};

/** Looked after by the same partner, and suspended. */
export const tidewater: DemoOrganization = {
  name: 'Tidewater Rentals',
  kind: 'customer',
  domain: 'tidewater.example.com',
  plan: 'starter',
  seats: 5,
  address: '8 Ferry Lane, Waterford',
  people: [
    ...living('owner', ['Owen Gallagher']),
    ...living('user', ['Una Brennan']),
    ...having('pending', ['Caspar Linde']),
  ],
};

/** An admin of the one organization who also works for another. */
export const guest: DemoPerson = { name: 'Amara Okafor', role: 'manager', fate: 'active' };

/** The address a demo person has; one whose mails bounce gets SES's own simulator of that. */
export function demoEmail({ name, fate }: DemoPerson, domain: string): string {
  const local = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replace(/[^a-z]+/g, '.');
  return fate === 'bounced' ? `bounce+${local}@simulator.amazonses.com` : `${local}@${domain}`;
}

export function namesOf({ name }: DemoPerson): { firstName: string; lastName: string } {
  const [firstName = name, ...rest] = name.split(' ');
  return { firstName, lastName: rest.join(' ') || firstName };
}
