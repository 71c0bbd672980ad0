/** What reads cost, as DynamoDB Local tells it, and what it forgets to tell. */
import * as z from 'zod/mini';
import type { CloudCall } from '../harness/cloud-calls.ts';
import type { Item } from './item-size.ts';
import { total } from './statistics.ts';
import { designOf, type Meanwhile, nameOfItem, type Tables } from './tables.ts';

type Call = Pick<CloudCall, 'operation' | 'input' | 'consumedCapacity'>;

const Capacity = z.object({ CapacityUnits: z.number() });
const Consumed = z.union([
  z.array(Capacity),
  z.pipe(
    Capacity,
    z.transform(one => [one]),
  ),
]);

const reading = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'];

export function readUnits(calls: readonly Call[], designs: Tables['designs'], meanwhile: Meanwhile): number {
  const reads = calls.filter(({ operation }) => reading.includes(operation));
  return total(
    reads.map(
      call => told(call) + (call.operation === 'BatchGetItem' ? untold(call, designs, meanwhile) : 0),
    ),
  );
}

function told({ consumedCapacity }: Pick<Call, 'consumedCapacity'>): number {
  return total(Consumed.parse(consumedCapacity).map(({ CapacityUnits }) => CapacityUnits));
}

/** Of reads that have found everything that they asked for. */
export function toldUnits(calls: readonly Pick<Call, 'consumedCapacity'>[]): number {
  return total(calls.map(told));
}

type BatchGet = { RequestItems: Record<string, { Keys: Item[]; ConsistentRead?: boolean }> };

/** In a batch an item that is not there costs as much as a small one that is; DynamoDB Local leaves it out. */
function untold({ input }: Call, designs: Tables['designs'], { before, after }: Meanwhile): number {
  const { RequestItems } = input as BatchGet; // as DynamoDB took it
  return total(
    Object.entries(RequestItems).map(([table, { Keys, ConsistentRead }]) => {
      const design = designOf(table, designs);
      const names = Keys.map(key => nameOfItem(table, design, key));
      const missing = names.filter(name => !before.has(name) && !after.has(name));
      return missing.length * (ConsistentRead ? 1 : 0.5);
    }),
  );
}
