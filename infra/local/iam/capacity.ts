/** DynamoDB's own account of what a call consumed, for measuring. */
import type { Answer, Call } from '../servers/http.ts';

const consuming =
  /\.(GetItem|PutItem|UpdateItem|DeleteItem|Query|Scan|BatchGetItem|BatchWriteItem|Transact\w+Items)$/;

/** The same call, asking for consumed capacity by table and index. */
export function withCapacity(call: Call): Call {
  if (!consuming.test(String(call.headers['x-amz-target']))) return call;
  const input = JSON.parse(call.body.toString()) as object;
  return { ...call, body: Buffer.from(JSON.stringify({ ReturnConsumedCapacity: 'INDEXES', ...input })) };
}

export function consumedIn({ status, body }: Answer): { consumedCapacity?: unknown } {
  const text = body.toString();
  if (status !== 200 || !text.includes('"ConsumedCapacity"')) return {};
  const { ConsumedCapacity } = JSON.parse(text) as { ConsumedCapacity?: unknown };
  return ConsumedCapacity === undefined ? {} : { consumedCapacity: ConsumedCapacity };
}
