/** Floors look down only: who may import whom, room by room, and which packages come in where. */
import { expect, test } from 'vitest';
import { isConfiguration, sources, within } from './sources.ts';

type Room = { sees: string[]; packages?: RegExp };

const contract = 'shared/contract/';
const law = [contract, 'shared/domain/'];
const asked = [...law, 'shared/ports'];
const corridor = [...asked, 'functions/runtime/', 'functions/steps/'];

/** From the ground up. A room always sees itself, but for those whose files know nothing of one another. */
const rooms: Record<string, Room> = {
  'shared/contract/': { sees: [], packages: /^zod\/mini$/ },
  'shared/domain/': { sees: [contract], packages: /^zod\/mini$/ },
  'shared/ports': { sees: law },
  // Is copied into applications as it is: it sees nothing of ours, and each file brings what it alone needs.
  'shared/client/': { sees: [], packages: /^(aws-jwt-verify|@middy\/core|aws-lambda)$/ },
  'shared/adapters/': {
    sees: asked,
    packages:
      /^(@aws-sdk\/.+|@jsquash\/.+|fflate|saxes|zod\/mini|node:(crypto|fs|fs\/promises|module|os|path|stream|stream\/consumers|worker_threads|zlib))$/,
  },
  'functions/runtime/': { sees: asked, packages: /^(zod\/mini|@middy\/core|aws-lambda|node:crypto)$/ },
  'functions/mail/': { sees: [contract] },
  'functions/steps/': { sees: [...asked, 'functions/runtime/'], packages: /^(zod\/mini|node:crypto)$/ },
  'functions/http/': { sees: corridor, packages: /^virtual:openapi$/ },
  'functions/events/': { sees: [...corridor, 'functions/mail/'], packages: /^zod\/mini$/ },
  'functions/schedules/': { sees: corridor },
  'functions/deployment/': { sees: corridor },
  'functions/edge/': { sees: [contract], packages: /^aws-lambda$/ },
  'console/': { sees: [contract], packages: /^(?!@aws-sdk|aws-|node:|@middy)/ },
  'infra/': { sees: [contract, 'package.json', 'cdk.json'], packages: /./ },
};

/** Whoever is further in goes first. */
const exceptions: Record<string, { sees: string[]; because: string }> = {
  'functions/runtime/open-ports.ts': {
    sees: ['shared/adapters/'],
    because: 'it is where the product meets its adapters',
  },
  'console/templates.config.ts': {
    sees: ['shared/adapters/sheets/'],
    because: 'templates are tables as the product writes them, made once, when the console is built',
  },
  'infra/local/seed/': {
    sees: ['shared/', 'functions/'],
    because: 'people come into the demo by the product’s own use cases',
  },
};

const roomOf = (file: string) => Object.keys(rooms).find(room => file.startsWith(room)) ?? '';

/** Files side by side that never import one another: each is a door of its own. */
const doors = ['functions/http/', 'functions/events/', 'functions/schedules/', 'functions/deployment/'];

function isSeen(file: string, wanted: string): boolean {
  const room = roomOf(file);
  const also = Object.entries(exceptions).flatMap(([from, { sees }]) => (file.startsWith(from) ? sees : []));
  const own = doors.includes(room) ? [] : [room];
  return [...own, ...(rooms[room]?.sees ?? []), ...also].some(seen => wanted.startsWith(seen));
}

const isOurs = (name: string) => /^(shared|functions|console|infra|test)\/|^(package|cdk)\.json$/.test(name);

test('every file is in a room', () => {
  expect(sources.filter(({ file }) => !roomOf(file)).map(({ file }) => file)).toEqual([]);
  expect(sources.length).toBeGreaterThan(150);
});

test.each(Object.keys(rooms))('%s imports from below alone', room => {
  const files = within(room);
  const upwards = files.flatMap(({ file, imports }) =>
    imports.filter(name => isOurs(name) && !isSeen(file, name)).map(name => `${file} imports ${name}`),
  );
  expect(upwards).toEqual([]);
});

test.each(Object.keys(rooms))('%s has only its own packages', room => {
  const { packages } = rooms[room] ?? {};
  const files = within(room).filter(source => !isConfiguration(source));
  const foreign = files.flatMap(({ file, imports }) =>
    imports.filter(name => !isOurs(name) && !packages?.test(name)).map(name => `${file} imports ${name}`),
  );
  expect(foreign).toEqual([]);
});

test('exceptions are in use, each for its reason', () => {
  for (const [from, { sees }] of Object.entries(exceptions)) {
    const used = within(from).flatMap(({ imports }) =>
      imports.filter(name => sees.some(seen => name.startsWith(seen))),
    );
    expect(used.length, from).toBeGreaterThan(0);
  }
});

test('zod comes as a namespace and from zod/mini, or its languages come along', () => {
  const named = sources.filter(({ text }) => /from 'zod(\/mini)?'/.test(text));
  expect(named.length).toBeGreaterThan(10);
  for (const { file, text } of named) {
    if (roomOf(file) === 'infra/') continue;
    const imports = text.match(/import [^;]*? from 'zod[^']*'/g);
    for (const each of imports ?? []) expect(each, file).toMatch(/^import (type )?\* as z from 'zod\/mini'$/);
  }
});
