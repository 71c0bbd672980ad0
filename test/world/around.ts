/** The world with something around every call of a port: to let calls overtake each other, to break them, to count. */
import type { FakeWorld } from './fake-world.ts';

/** One call of a port, such as `directory.commit`. */
export type Call = `${keyof typeof methods}.${string}`;
export type Around = <T>(call: Call, run: () => Promise<T>) => Promise<T>;

const methods = {
  directory: [
    'get',
    'list',
    'listUsers',
    'countUsers',
    'listAwaiting',
    'listSessions',
    'listPersonal',
    'listApiClients',
    'listCredentialHolders',
    'listExpiring',
    'commit',
    'noteActivity',
    'noteSessionUse',
    'noteSignedOut',
    'noteFactorsAligned',
    'noteApiClientUse',
    'noteDelivery',
    'admit',
    'forgive',
    'erase',
    'claim',
    'settle',
    'release',
  ],
  identity: [
    'signIn',
    'answer',
    'refresh',
    'revoke',
    'personOf',
    'beginAuthenticator',
    'confirmAuthenticator',
    'sendTelephoneCode',
    'confirmTelephone',
    'setPassword',
    'signOutEverywhere',
    'remove',
    'setTelephone',
    'askFor',
    'forgetFactors',
    'listCredentials',
    'factorsOf',
  ],
  days: ['count'],
  files: ['beginUpload', 'readUpload', 'removeUpload', 'storePicture', 'removePicture'],
  exports: ['writeExport', 'linkTo'],
  imports: ['beginImport', 'linkTo', 'readPart', 'openImport', 'writePart', 'writeFile'],
  mailer: ['send'],
} as const;

type Method = (...given: unknown[]) => Promise<unknown>;

export function around(world: FakeWorld, wrap: Around): FakeWorld {
  const wrapped = <P extends keyof typeof methods>(port: P): FakeWorld[P] => {
    const own = world[port] as unknown as Record<string, Method>;
    const calls = methods[port].map(name => [
      name,
      (...given: unknown[]) => wrap(`${port}.${name}`, async () => own[name]?.(...given)),
    ]);
    return { ...world[port], ...Object.fromEntries(calls) };
  };
  return {
    ...world,
    directory: wrapped('directory'),
    days: wrapped('days'),
    identity: wrapped('identity'),
    files: wrapped('files'),
    exports: wrapped('exports'),
    imports: wrapped('imports'),
    mailer: wrapped('mailer'),
  };
}
