/** Adds what happened to the numbers of its day, each event in one transaction with the mark that it was counted. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { OrganizationId } from '../../contract/ids.ts';
import { addedByDay, type Happening } from '../../domain/daily.ts';
import { plusMinutes, secondsOf } from '../../domain/time.ts';
import type { DayCounter } from '../../ports/numbers.ts';
import { systemClock } from '../system.ts';
import { numbersOf } from './access-keys.ts';
import { openClient } from './client.ts';
import { keyOf } from './keys.ts';
import { pause } from './pause.ts';
import type { PlannedStep } from './planned.ts';

type Step = PlannedStep['step'];

/** Of a hundred steps that a transaction has: each event takes one, and each of their days. */
const mostAtOnce = 50;
/** Tries, when others are counting the same days. */
const tries = 6;
/** Longer than a dead-letter queue could still bring an event again. */
const markedForMinutes = 30 * 24 * 60;

export function openDayCounter({ directory: table }: { directory: string }): DayCounter {
  const client = openClient();
  return {
    count: async (organization, happenings) => {
      for (let first = 0; first < happenings.length; first += mostAtOnce)
        await countAll(client, table, organization, happenings.slice(first, first + mostAtOnce));
    },
  };
}

async function countAll(
  client: DynamoDBDocumentClient,
  table: string,
  organization: OrganizationId,
  happenings: readonly Happening[],
): Promise<void> {
  let left = happenings;
  for (let attempt = 0; left.length > 0; ) {
    const steps = [
      ...left.map(happening => markStep(table, organization, happening)),
      ...[...addedByDay(left)].map(([day, add]) => addStep(table, organization, day, add)),
    ];
    const reasons = await refusalsOf(client, steps);
    if (!reasons) return;
    const fresh = left.filter((_, i) => reasons[i] !== 'ConditionalCheckFailed');
    // Somebody else is at the same numbers; whoever was counted already is only left out.
    if (fresh.length === left.length) {
      attempt += 1;
      if (attempt === tries) throw new Error('Others were in the way of counting');
      await pause(attempt);
    }
    left = fresh;
  }
}

/** Why each step was refused; undefined where all are done. */
async function refusalsOf(
  client: DynamoDBDocumentClient,
  steps: Step[],
): Promise<(string | undefined)[] | undefined> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: steps }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return (error.CancellationReasons ?? []).map(({ Code }) => Code);
  }
}

function markStep(TableName: string, organization: OrganizationId, { id }: Happening): Step {
  const ttl = secondsOf(plusMinutes(systemClock.now(), markedForMinutes));
  return {
    Put: {
      TableName,
      Item: { pk: numbersOf(organization), sk: `COUNTED#${id}`, ttl },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

function addStep(
  TableName: string,
  organization: OrganizationId,
  day: string,
  add: Partial<Record<string, number>>,
): Step {
  const of = { type: 'day', organization, day } as const;
  const names = Object.keys(add);
  return {
    Update: {
      TableName,
      Key: keyOf(of),
      UpdateExpression: `SET #type = :type, organization = :organization, #day = :day ADD ${names.map((_, i) => `#${i} :${i}`).join(', ')}`,
      ExpressionAttributeNames: {
        ...{ '#type': 'type', '#day': 'day' },
        ...Object.fromEntries(names.map((name, i) => [`#${i}`, name])),
      },
      ExpressionAttributeValues: {
        ...{ ':type': of.type, ':organization': organization, ':day': day },
        ...Object.fromEntries(names.map((name, i) => [`:${i}`, add[name]])),
      },
    },
  };
}
