/** How large DynamoDB takes an item to be, by its developer guide's "Item sizes and formats". */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { total } from './statistics.ts';

export type Item = Readonly<Record<string, AttributeValue>>;

/** In bytes: names and values, and what lists and maps take besides. */
export function itemSize(item: Item): number {
  return total(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueSize(value)));
}

const collection = 3;
const element = 1;

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.L) return collection + total(value.L.map(inner => element + valueSize(inner)));
  if (value.M) return collection + element * Object.keys(value.M).length + itemSize(value.M);
  throw new Error(`Nobody has said yet how large this is: ${Object.keys(value)}`);
}

/** One byte for every two significant digits and one more; another for the sign of a negative number. */
function numberSize(digits: string): number {
  const significant = digits.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;
  return Math.ceil(significant / 2) + 1 + (digits.startsWith('-') ? 1 : 0);
}
