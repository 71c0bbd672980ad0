/** How much room something takes where it is stored: DynamoDB keeps at most 400 KB in one item, names included. */

/** Bytes as JSON, which is a little more than DynamoDB counts. */
export function storedSize(fact: unknown): number {
  return new TextEncoder().encode(JSON.stringify(fact)).length;
}
