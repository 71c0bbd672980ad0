/** Credentials in memory, with tokens that say what Cognito's say. */
import { Factor } from '../../shared/contract/factors.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import type {
  IdentityReader,
  IdentitySignIn,
  IdentityWriter,
  SignInResult,
} from '../../shared/ports/identity.ts';
import type { Clock } from '../../shared/ports/system.ts';
import { fakeFactors } from './fake-factors.ts';
import type { Sms } from './fake-telephones.ts';
import { fakeTokens } from './fake-tokens.ts';

export type FakeIdentity = IdentitySignIn &
  IdentityWriter &
  IdentityReader & {
    /** The claims behind a token, as the gateway's authoriser hands them on; undefined when it refuses the token. */
    claimsOf(accessToken: string): Record<string, string> | undefined;
    passwords: Map<PersonId, string>;
  };

type Parts = {
  clock: Clock;
  passwords: Map<PersonId, string>;
  tokens: ReturnType<typeof fakeTokens>;
  factors: ReturnType<typeof fakeFactors>;
};

export function fakeIdentity(clock: Clock, receive: (sms: Sms) => void): FakeIdentity {
  const tokens = fakeTokens(clock);
  const parts: Parts = { clock, passwords: new Map(), tokens, factors: fakeFactors(clock, receive) };
  return {
    passwords: parts.passwords,
    ...signingIn(parts),
    ...enrolling(parts),
    ...keepingCredentials(parts),
    claimsOf: token => {
      const held = tokens.holderOf(token);
      return held && { token_use: 'access', username: held.person, origin_jti: held.session };
    },
  };
}

/** Nobody is locked out here, however often they guess: that is tried where Cognito itself is. */
function signingIn({ passwords, tokens, factors }: Parts) {
  const signedIn = (person: PersonId): SignInResult => ({
    outcome: 'signed-in',
    tokens: tokens.begin(person),
  });
  const refused = { outcome: 'refused' } as const;
  return {
    signIn: async (person, password) => {
      if (passwords.get(person) !== password) return refused;
      const challenge = factors.challenge(person);
      return challenge ? { outcome: 'challenge', challenge } : signedIn(person);
    },
    answer: async (person, challenge, answer) =>
      factors.answers(person, challenge, answer) ? signedIn(person) : refused,
    refresh: async token => tokens.refresh(token),
    revoke: async token => tokens.revoke(token),
    personOf: async token => tokens.bearerOf(token),
  } satisfies Partial<IdentitySignIn>;
}

function enrolling({ tokens, factors: { apps, telephones } }: Parts) {
  const personOf = (token: string) => tokens.bearerOf(token)?.person;
  return {
    beginAuthenticator: async token => {
      const person = personOf(token);
      return person && apps.begin(person);
    },
    confirmAuthenticator: async (token, code) => {
      const person = personOf(token);
      return person !== undefined && apps.confirm(person, code);
    },
    sendTelephoneCode: async token => {
      const person = personOf(token);
      return person !== undefined && telephones.sendCode(person);
    },
    confirmTelephone: async (token, code) => {
      const person = personOf(token);
      return person !== undefined && telephones.confirm(person, code);
    },
  } satisfies Partial<IdentitySignIn>;
}

/** Few, so that whoever lists credentials in a test turns pages. */
const pageSize = 3;

function keepingCredentials({ clock, passwords, tokens, factors }: Parts): IdentityWriter & IdentityReader {
  const createdAt = new Map<PersonId, Time>();
  const requireCredentials = (person: PersonId) => {
    if (!passwords.has(person)) throw cognitoError('UserNotFoundException', 'User does not exist.');
  };
  return {
    setPassword: async (person, password) => {
      requireCognitoTakes(password);
      passwords.set(person, password);
      createdAt.set(person, createdAt.get(person) ?? clock.now());
      return 'set';
    },
    signOutEverywhere: async person => tokens.endAll(person),
    remove: async person => {
      passwords.delete(person);
      createdAt.delete(person);
      factors.forget(person, Factor.options);
      tokens.endAll(person);
    },
    setTelephone: async (person, telephone) => {
      requireCredentials(person);
      factors.telephones.set(person, telephone);
    },
    askFor: async (person, wanted) => {
      requireCredentials(person);
      factors.askFor(person, wanted);
    },
    forgetFactors: async (person, forgotten) => factors.forget(person, forgotten),
    listCredentials: async after => {
      const everybody = [...createdAt].map(([id, at]) => ({ id, createdAt: at }));
      const rest = everybody.filter(({ id }) => id > (after ?? '')).sort((a, b) => (a.id < b.id ? -1 : 1));
      const people = rest.slice(0, pageSize);
      const next = rest.length > pageSize ? people.at(-1)?.id : undefined;
      return { people, ...(next && { next }) };
    },
    factorsOf: async person => (passwords.has(person) ? [...factors.of(person)] : undefined),
  };
}

/** What the API reference says of a password: no space at either end, one line, at most 256 characters. */
function requireCognitoTakes(password: string): void {
  if (/^\S+.*\S+$/.test(password) && password.length <= 256 && password.isWellFormed()) return;
  const message = 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$';
  throw cognitoError('InvalidParameterException', message);
}

function cognitoError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
