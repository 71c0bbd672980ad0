import { expect, test } from 'vitest';
import { sequentialTrips } from './calls.ts';
import { type Item, itemSize } from './item-size.ts';
import { readUnits } from './read-units.ts';
import { median } from './statistics.ts';
import { type Design, nameOfItem } from './tables.ts';
import { writeUnits } from './write-units.ts';

const between = (started: number, ended: number) => ({ started, milliseconds: ended - started });

test.each([
  { what: 'none', calls: [], trips: 0 },
  { what: 'one after another', calls: [between(0, 5), between(5, 9), between(10, 12)], trips: 3 },
  { what: 'all at once', calls: [between(0, 5), between(1, 9), between(2, 3)], trips: 1 },
  { what: 'two beside a long one', calls: [between(0, 20), between(1, 5), between(6, 9)], trips: 2 },
  { what: 'in another order', calls: [between(10, 12), between(0, 5)], trips: 2 },
])('calls that wait for one another: $what', ({ calls, trips }) => {
  expect(sequentialTrips(calls)).toBe(trips);
});

test.each<{ item: Item; bytes: number }>([
  { item: {}, bytes: 0 },
  { item: { name: { S: 'Zoë' } }, bytes: 4 + 4 },
  { item: { n: { N: '7' } }, bytes: 1 + 2 },
  { item: { n: { N: '-12300' } }, bytes: 1 + 4 },
  { item: { n: { N: '0' } }, bytes: 1 + 1 },
  { item: { yes: { BOOL: true }, no: { NULL: true } }, bytes: 4 + 3 },
  { item: { list: { L: [{ S: 'ab' }, { N: '1' }] } }, bytes: 4 + 3 + 3 + 3 },
  { item: { map: { M: { a: { S: 'b' } } } }, bytes: 3 + 3 + 1 + 2 },
])('$item has $bytes bytes', ({ item, bytes }) => {
  expect(itemSize(item)).toBe(bytes);
});

const directory: Design = {
  keys: ['pk'],
  indexes: [
    { keys: ['name'], whole: true },
    { keys: ['due'], whole: false },
  ],
};
const designs = new Map([['directory', directory]]);
const item = (more: Record<string, string>, pk = 'a'): Item =>
  Object.fromEntries(Object.entries({ pk, ...more }).map(([key, S]) => [key, { S }]));
const stored = (...items: Item[]) =>
  new Map(items.map(each => [nameOfItem('directory', directory, each), each]));
const long = 'x'.repeat(1500);

test.each([
  { what: 'a new item in no index', after: item({}), units: 1 },
  { what: 'a new item in both indexes', after: item({ name: 'n', due: 'd' }), units: 3 },
  {
    what: 'a change that one index shows',
    before: item({ name: 'n', due: 'd' }),
    after: item({ name: 'n', due: 'd', x: 'y' }),
    units: 2,
  },
  { what: "a change of an index's key", before: item({ name: 'n' }), after: item({ name: 'm' }), units: 3 },
  { what: 'leaving an index', before: item({ due: 'd' }), after: item({}), units: 2 },
  { what: 'a removal', before: item({ name: 'n', due: 'd' }), units: 3 },
  { what: 'nothing that moves', before: item({ name: 'n' }), after: item({ name: 'n' }), units: 1 },
  { what: 'the larger of before and after', before: item({ x: long }), after: item({}), units: 2 },
  { what: 'a large item in an index', after: item({ name: 'n', x: long }), units: 4 },
])('a write of $what: $units units', ({ before, after, units }) => {
  const meanwhile = { before: stored(...(before ? [before] : [])), after: stored(...(after ? [after] : [])) };
  const one = { operation: 'UpdateItem', input: { TableName: 'directory', Key: { pk: { S: 'a' } } } };
  expect(writeUnits([one], designs, meanwhile)).toBe(units);
});

test('in a transaction the items cost twice as much, and the indexes what they always cost', () => {
  const [one, two] = [item({ name: 'n' }), item({}, 'b')];
  const input = {
    TransactItems: [
      { Put: { TableName: 'directory', Item: one } },
      { Delete: { TableName: 'directory', Key: { pk: { S: 'b' } } } },
    ],
  };
  const meanwhile = { before: stored(two), after: stored(one) };
  expect(writeUnits([{ operation: 'TransactWriteItems', input }], designs, meanwhile)).toBe(5);
});

test('a check in a transaction costs what a write does', () => {
  const checked = { TableName: 'directory', Key: { pk: { S: 'a' } } };
  const input = { TransactItems: [{ ConditionCheck: checked }] };
  const meanwhile = { before: stored(item({ x: long })), after: stored(item({ x: long })) };
  expect(writeUnits([{ operation: 'TransactWriteItems', input }], designs, meanwhile)).toBe(4);
});

test('a batch costs what its deletions would cost one by one', () => {
  const requests = ['a', 'b'].map(pk => ({ DeleteRequest: { Key: { pk: { S: pk } } } }));
  const meanwhile = { before: stored(item({ name: 'n' }), item({ x: long }, 'b')), after: stored() };
  const input = { RequestItems: { directory: requests } };
  expect(writeUnits([{ operation: 'BatchWriteItem', input }], designs, meanwhile)).toBe(2 + 2);
});

test('reads cost what DynamoDB says, and what a batch asks for in vain', () => {
  const meanwhile = { before: stored(item({})), after: stored(item({})) };
  const Keys = ['a', 'b', 'c'].map(pk => ({ pk: { S: pk } }));
  const calls = [
    { operation: 'Query', consumedCapacity: { CapacityUnits: 4 } },
    {
      operation: 'BatchGetItem',
      input: { RequestItems: { directory: { Keys, ConsistentRead: true } } },
      consumedCapacity: [{ CapacityUnits: 1 }],
    },
    { operation: 'PutItem', consumedCapacity: { CapacityUnits: 9 } },
  ];
  expect(readUnits(calls, designs, meanwhile)).toBe(4 + 1 + 2);
});

test.each([
  { values: [3, 1, 2], middle: 2 },
  { values: [4, 1, 2, 3], middle: 2.5 },
  { values: [1], middle: 1 },
])('the median of $values is $middle', ({ values, middle }) => {
  expect(median(values)).toBe(middle);
});
