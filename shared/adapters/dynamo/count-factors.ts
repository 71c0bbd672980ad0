/** Counts who is active and has a second factor: the number moves in one transaction with a mark for each of them. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isCovered } from '../../domain/find.ts';
import { User } from '../../domain/model.ts';
import { type Ref, ref } from '../../domain/refs.ts';
import type { CoverageCounter } from '../../ports/numbers.ts';
import { numbersOf } from './access-keys.ts';
import { openClient } from './client.ts';
import { nameOf } from './items.ts';
import { type Key, keyOf } from './keys.ts';
import { pause } from './pause.ts';
import type { PlannedStep } from './planned.ts';
import { userChangeIn } from './user-changes.ts';

type Step = PlannedStep['step'];
type At = { client: DynamoDBDocumentClient; table: string };

/** Tries, when others are at the same user or the same number. */
const tries = 6;

export function openCoverageCounter({ directory: table }: { directory: string }): CoverageCounter {
  const at = { client: openClient(), table };
  return {
    changeIn: userChangeIn,
    renew: async changes => {
      const turned = changes.filter(({ before, after }) => isCovered(before) !== isCovered(after));
      const users = new Map(turned.map(({ of }) => [nameOf(keyOf(of)), of]));
      // One after the other: those of one organization move the same number.
      for (const of of users.values()) await count(at, of);
    },
  };
}

/** By how the user is now, and only once: whoever is counted has a mark, and whoever is not has none. */
async function count(at: At, of: Ref<'user'>): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const refused = await turn(at, of, await userNow(at, keyOf(of)));
    if (!refused) return;
    await pause(attempt);
  }
  throw new Error('Others were in the way of counting');
}

async function userNow({ client, table }: At, Key: Key): Promise<User | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item && User.parse(Item);
}

/** Whether something was in the way; not that the user was counted so before. */
async function turn({ client, table }: At, of: Ref<'user'>, user: User | undefined): Promise<boolean> {
  const isMarked = isCovered(user);
  const steps = [
    markStep(table, of, isMarked),
    addStep(table, of, isMarked ? 1 : -1),
    unchangedStep(table, of, user),
  ];
  try {
    await client.send(new TransactWriteCommand({ TransactItems: steps }));
    return false;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const [mark, , unchanged] = (error.CancellationReasons ?? []).map(({ Code = 'None' }) => Code);
    return mark !== 'ConditionalCheckFailed' || unchanged !== 'None';
  }
}

function markStep(TableName: string, { organization, id }: Ref<'user'>, isMarked: boolean): Step {
  const key = { pk: numbersOf(organization), sk: `COVERED#${id}` };
  return isMarked
    ? { Put: { TableName, Item: key, ConditionExpression: 'attribute_not_exists(pk)' } }
    : { Delete: { TableName, Key: key, ConditionExpression: 'attribute_exists(pk)' } };
}

function addStep(TableName: string, { organization }: Ref<'user'>, by: number): Step {
  return {
    Update: {
      TableName,
      Key: keyOf(ref.coverage(organization)),
      UpdateExpression: 'SET #type = :type, organization = :organization ADD enrolled :by',
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: { ':type': 'coverage', ':organization': organization, ':by': by },
    },
  };
}

/** That the user still is what was read, or still is gone. */
function unchangedStep(TableName: string, of: Ref<'user'>, user: User | undefined): Step {
  const Key = keyOf(of);
  return {
    ConditionCheck: user
      ? {
          ...{ TableName, Key, ConditionExpression: 'version = :version' },
          ExpressionAttributeValues: { ':version': user.version },
        }
      : { TableName, Key, ConditionExpression: 'attribute_not_exists(pk)' },
  };
}
