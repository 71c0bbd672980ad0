/** Entities that nobody else has, to be stored and looked at; what a test cares about is spelled out. */

import { systemIds as ids } from '../../shared/adapters/system.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import {
  ApiClient,
  Organization,
  Person,
  type PersonalAnswer,
  Session,
  User,
  type Versioned,
} from '../../shared/domain/model.ts';
import { plusMinutes, secondsOf, timeOf } from '../../shared/domain/time.ts';
import type { World } from '../../shared/ports.ts';
import { freshEmail } from './arrange.ts';

/** When they were all made. */
export const now = timeOf(new Date());
export const later = (minutes: number): Time => plusMinutes(now, minutes);
export const ttl = secondsOf(later(60));

const fresh = { version: 1, createdAt: now };

export const anOrganization = (more: Partial<Organization> = {}): Organization =>
  Organization.parse({
    ...fresh,
    type: 'organization',
    id: ids.make('org'),
    kind: 'customer',
    name: 'Northwind',
    plan: 'team',
    seats: 10,
    invitationLifeMinutes: 180,
    language: 'en',
    ...more,
  });

export const aUser = (more: Partial<User> = {}): User =>
  User.parse({
    ...fresh,
    type: 'user',
    organization: ids.make('org'),
    id: ids.make('usr'),
    firstName: 'Uma',
    lastName: 'User',
    displayName: 'Uma User',
    email: freshEmail(),
    role: 'user',
    status: 'active',
    approved: true,
    seated: true,
    ...more,
  });

export const aPerson = (more: Partial<Person> = {}): Person =>
  Person.parse({
    ...fresh,
    type: 'person',
    id: ids.make('usr'),
    email: freshEmail(),
    home: ids.make('org'),
    language: 'en',
    memberships: {},
    passwordGeneration: 1,
    ...more,
  });

export const aSession = (
  { id: person }: Pick<Person, 'id'>,
  id: string,
  more: Partial<Session> = {},
): Session => Session.parse({ ...fresh, type: 'session', person, personVersion: 1, id, ttl, ...more });

export const aClient = (organization: OrganizationId, name = 'Script'): ApiClient =>
  ApiClient.parse({
    ...fresh,
    type: 'api-client',
    organization,
    id: ids.make('cli'),
    name,
    secretHash: 'f'.repeat(64),
  });

export const anAnswer = ({ id: person }: Pick<Person, 'id'>, key: string): PersonalAnswer => ({
  type: 'personal-answer',
  version: 1,
  person,
  key,
  answer: { id: person },
  ttl,
});

/** Stores them all, or none and says why. */
export async function store(
  { directory }: Pick<World, 'directory'>,
  ...entities: Versioned[]
): Promise<void> {
  const changes = entities.map(entity => ({ do: 'create', entity }) as const);
  const result = await directory.commit({ changes, events: [] });
  if (!result.ok) throw new Error(JSON.stringify(result.conflict));
}
