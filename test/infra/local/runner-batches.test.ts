/** How a batch of stream records is worked through when some of them fail. */
import { expect, test } from 'vitest';
import { workThrough } from '../../../infra/local/runtime/stream-batch.ts';
import type { StreamRecord } from '../../../infra/local/runtime/stream-record.ts';

const recordOf = (SequenceNumber: string) => ({ dynamodb: { SequenceNumber } }) as StreamRecord;
const namesOf = (records: readonly StreamRecord[]) =>
  records.map(({ dynamodb }) => dynamodb.SequenceNumber).join('');

type Given = { readonly bisects?: boolean; readonly maximumRetries?: number; readonly reports?: boolean };

/** Works through `abcd`, where those in `poison` fail as often as they say; tells each attempt and what was given up. */
async function work(
  poison: Record<string, number>,
  { bisects = false, maximumRetries = 1, reports }: Given = {},
) {
  const left = { ...poison };
  const attempts: string[] = [];
  const givenUp: string[] = [];
  await workThrough([...'abcd'].map(recordOf), {
    bisects,
    maximumRetries,
    signal: new AbortController().signal,
    async attempt(records) {
      const names = [...namesOf(records)];
      attempts.push(names.join(''));
      const failed = names.filter(name => (left[name] ?? 0) > 0);
      for (const name of failed) left[name] = (left[name] ?? 0) - 1;
      return reports ? failed.slice(0, 1) : failed.length > 0 ? names : [];
    },
    async giveUp(records) {
      givenUp.push(namesOf(records));
    },
  });
  return { attempts, givenUp };
}

test('nothing fails: one attempt', async () => {
  expect(await work({})).toEqual({ attempts: ['abcd'], givenUp: [] });
});

test('a batch that fails once is tried again as it is', async () => {
  expect(await work({ c: 1 })).toEqual({ attempts: ['abcd', 'abcd'], givenUp: [] });
});

test('a batch that keeps failing is given up whole', async () => {
  expect(await work({ c: 9 })).toEqual({ attempts: ['abcd', 'abcd'], givenUp: ['abcd'] });
});

test('halving parts the poison from the others, in order', async () => {
  const { attempts, givenUp } = await work({ c: 9 }, { bisects: true });
  expect(attempts).toEqual(['abcd', 'ab', 'cd', 'c', 'c', 'd']);
  expect(givenUp).toEqual(['c']);
});

test('a report of the first failure saves what lies before it from a second attempt', async () => {
  const { attempts, givenUp } = await work({ c: 9 }, { bisects: true, reports: true });
  expect(attempts).toEqual(['abcd', 'cd', 'c', 'c', 'd']);
  expect(givenUp).toEqual(['c']);
});

test('without a limit it is tried until it works', async () => {
  const { attempts, givenUp } = await work({ a: 3 }, { maximumRetries: -1 });
  expect(attempts).toHaveLength(4);
  expect(givenUp).toEqual([]);
});
