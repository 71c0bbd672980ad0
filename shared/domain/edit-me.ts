/** Changing one's own profile. */
import type { EditMe } from '../contract/edit-me.ts';
import type { Profile } from '../contract/invitations.ts';
import type { Change } from './change.ts';
import { type Decision, namesOfDifferences } from './decision.ts';
import type { Person, User } from './model.ts';
import { next, renamed } from './user.ts';

/**
 * What is left out stays. A new name is that of every user of theirs who shows it; where they have not accepted yet,
 * they go by what the organization calls them.
 * @param users of all their memberships
 */
export function decideEditMe(person: Person, users: readonly User[], wish: EditMe): Decision<Person, never> {
  const { language = person.language, communications = person.communications, ...rest } = wish;
  const before = person.profile ?? nameIn(users);
  const profile = merged(before, rest);
  const after = next(person, { profile, language, communications });
  const changes = [
    ...namesOfDifferences(before, profile, [...profileFields]),
    ...namesOfDifferences(person, after, ['language', 'communications']),
  ];
  if (changes.length === 0) return { ok: true, changes: [], events: [], answer: person };
  const isRenamed = before.firstName !== profile.firstName || before.lastName !== profile.lastName;
  return {
    ok: true,
    changes: [{ do: 'update', before: person, after }, ...(isRenamed ? renaming(users, profile) : [])],
    events: [
      {
        organization: person.home,
        action: 'person.edited',
        target: { type: 'person', id: person.id },
        changes,
      },
    ],
    answer: after,
  };
}

const profileFields = [
  'firstName',
  'lastName',
  'title',
  'city',
  'stateOrProvince',
  'country',
  'telephone',
] as const satisfies readonly (keyof Profile)[];

function nameIn([user]: readonly User[]): Profile {
  return { firstName: user?.firstName ?? '', lastName: user?.lastName ?? '' };
}

/** Null takes away what is optional. */
function merged(before: Profile, wish: Omit<EditMe, 'language' | 'communications'>): Profile {
  const given = Object.entries(wish).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given.map(([field, value]) => [field, value ?? undefined])) };
}

function renaming(users: readonly User[], name: Profile): Change[] {
  return users
    .filter(({ invitation }) => invitation?.acceptedAt)
    .map(user => ({ do: 'update', before: user, after: next(user, renamed(user, name)) }));
}
