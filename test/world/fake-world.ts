/** All the world in memory: for speed, and for failing where the real one seldom does. */
import cdk from '../../cdk.json' with { type: 'json' };
import { openPictures } from '../../shared/adapters/pictures/pictures.ts';
import { systemIds } from '../../shared/adapters/system.ts';
import { timeOf } from '../../shared/domain/time.ts';
import type { Mail } from '../../shared/ports/messages.ts';
import type { Clock } from '../../shared/ports/system.ts';
import type { World } from '../../shared/ports.ts';
import { type FakeDirectory, fakeDirectory } from './fake-directory.ts';
import { type FakeExports, fakeExports } from './fake-exports.ts';
import { type FakeFiles, fakeFiles } from './fake-files.ts';
import { type FakeIdentity, fakeIdentity } from './fake-identity.ts';
import { type FakeImports, fakeImports } from './fake-imports.ts';
import type { Sms } from './fake-telephones.ts';

type MovableClock = Clock & { advance(seconds: number): void };

export type FakeWorld = World & {
  directory: FakeDirectory;
  identity: FakeIdentity;
  files: FakeFiles;
  exports: FakeExports;
  imports: FakeImports;
  clock: MovableClock;
  mailbox: Mail[];
  sms: Sms[];
};

/** Stands at a fixed moment until it is moved; each reading is a millisecond later, so that order can be told. */
function movableClock(start = new Date('2026-11-21T09:00:00.000Z')): MovableClock {
  let at = start.getTime();
  return {
    now: () => timeOf(new Date(at++)),
    until: async moment => {
      at = Math.max(at, Date.parse(moment));
    },
    advance: seconds => {
      at += seconds * 1000;
    },
  };
}

export function fakeWorld(clock = movableClock()): FakeWorld {
  const mailbox: Mail[] = [];
  const sms: Sms[] = [];
  const directory = fakeDirectory(clock);
  return {
    clock,
    mailbox,
    sms,
    ids: systemIds,
    settings: {
      consoleUrl: 'https://console.example.com',
      terms: { version: cdk.context.tenantry.termsVersion },
      pace: {
        mailsPerSecond: cdk.context.tenantry.mailsPerSecond,
        credentialsPerSecond: cdk.context.tenantry.credentialsPerSecond,
      },
    },
    directory,
    days: directory.days,
    // Here users are found, and factors counted, without.
    indexer: { changeIn: () => undefined, renew: async () => undefined },
    coverage: { changeIn: () => undefined, renew: async () => undefined },
    files: fakeFiles(),
    exports: fakeExports(clock),
    imports: fakeImports(clock),
    pictures: openPictures(),
    identity: fakeIdentity(clock, text => sms.push(text)),
    mailer: {
      send: async mail => {
        mailbox.push(mail);
      },
    },
    publisher: {
      eventIn: () => {
        throw new Error('There are no stream records in memory');
      },
      publish: async () => [],
    },
  };
}
