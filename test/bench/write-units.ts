/**
 * What writes cost, computed from the sizes of the items before and after, since DynamoDB Local tells it wrongly:
 * one unit for each KB begun, twice that in a transaction (a check there costs as much as a write), and as much again
 * for each index in which something moves.
 */
import type { CloudCall } from '../harness/cloud-calls.ts';
import { type Item, itemSize } from './item-size.ts';
import { total } from './statistics.ts';
import { type Design, designOf, type Index, type Meanwhile, nameOfItem, type Tables } from './tables.ts';

/** One item that a call writes, as DynamoDB is asked for it. */
type Write = { readonly TableName: string; readonly Key?: Item; readonly Item?: Item };
type Transaction = { readonly TransactItems: readonly Readonly<Record<string, Write>>[] };
type Batch = { readonly RequestItems: Readonly<Record<string, readonly Readonly<Record<string, object>>[]>> };

export function writeUnits(
  calls: readonly Pick<CloudCall, 'operation' | 'input'>[],
  designs: Tables['designs'],
  meanwhile: Meanwhile,
): number {
  return total(calls.flatMap(call => writesIn(call).map(write => unitsOf(write, designs, meanwhile))));
}

type PricedWrite = Write & { readonly factor: 1 | 2 };

function writesIn({ operation, input }: Pick<CloudCall, 'operation' | 'input'>): PricedWrite[] {
  if (operation === 'TransactWriteItems')
    return (input as Transaction).TransactItems.flatMap(Object.values).map(write => ({
      ...write,
      factor: 2,
    }));
  if (operation === 'BatchWriteItem')
    return Object.entries((input as Batch).RequestItems).flatMap(([TableName, requests]) =>
      requests.flatMap(Object.values).map(write => ({ ...write, TableName, factor: 1 as const })),
    );
  if (['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation))
    return [{ ...(input as Write), factor: 1 }];
  return [];
}

function unitsOf(write: PricedWrite, designs: Tables['designs'], { before, after }: Meanwhile): number {
  const design = designOf(write.TableName, designs);
  const name = nameOfItem(write.TableName, design, write.Key ?? write.Item ?? {});
  const [old, fresh] = [before.get(name), after.get(name)];
  const own = Math.max(kilobytes(old), kilobytes(fresh), 1) * write.factor;
  return own + total(design.indexes.map(index => indexUnits(index, design, old, fresh)));
}

/** An index is written beside the transaction: once for what moves in, out or within, twice for what changes its key. */
function indexUnits(index: Index, design: Design, old: Item | undefined, fresh: Item | undefined): number {
  const [gone, come] = [shownTo(index, design, old), shownTo(index, design, fresh)];
  if (JSON.stringify(gone) === JSON.stringify(come)) return 0;
  const stays = gone && come && index.keys.every(key => gone[key]?.S === come[key]?.S);
  return stays ? Math.max(kilobytes(gone), kilobytes(come)) : kilobytes(gone) + kilobytes(come);
}

/** What of an item stands in an index; undefined when it lacks one of the keys. */
function shownTo({ keys, whole }: Index, design: Design, item: Item | undefined): Item | undefined {
  if (!item || !keys.every(key => key in item)) return undefined;
  const names = whole ? Object.keys(item).sort() : [...keys, ...design.keys];
  return Object.fromEntries(names.flatMap(name => (item[name] ? [[name, item[name]]] : [])));
}

function kilobytes(item: Item | undefined): number {
  return item ? Math.ceil(itemSize(item) / 1024) : 0;
}
