/** Who lives in the demo: enough people to scroll, in every status, with names from many places. */
import type { Role } from '../../../shared/contract/roles.ts';

/** What has become of somebody; the number is how many days ago they were invited. */
type Fate =
  | 'active'
  | 'never-returned'
  | 'pending'
  | 'expired'
  | 'not-sent'
  | 'bounced'
  | 'revoked'
  | 'inactive'
  | 'archived';

export type DemoPerson = { name: string; role: Role; fate: Fate };
export type DemoOrganization = { name: string; domain: string; seats: number; people: DemoPerson[] };

const living = (role: Role, names: string[]): DemoPerson[] =>
  names.map(name => ({ name, role, fate: 'active' }));
const having = (fate: Fate, names: string[]): DemoPerson[] =>
  names.map(name => ({ name, role: 'user', fate }));

/** The first of each role can be signed in as. */
export const demoOrganizations: DemoOrganization[] = [
  {
    name: 'Northwind Labs',
    domain: 'northwind.example.com',
    seats: 50,
    people: [
      ...living('owner', ['Olive Sandoval']),
      ...living('admin', ['Anders Lindqvist', 'Amara Okafor']),
      ...living('manager', ['Marta Kowalczyk', 'Mateo Fernández', 'Mei Tanaka']),
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
  },
  {
    name: 'Blue Harbor Foods',
    domain: 'blueharbor.example.com',
    seats: 25,
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
      ...having('pending', ['Fatima Zahra', 'Gita Sharma']),
      ...having('expired', ['Hugo Martin']),
      ...having('not-sent', ['Ivan Petrov']),
      ...having('inactive', ['Klara Svensson', 'Rafael Costa']),
      ...having('archived', ['Yuki Sato']),
    ],
  },
];

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
