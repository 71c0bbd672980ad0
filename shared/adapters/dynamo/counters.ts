/** Numbers that transactions add to, each within its bounds. They come into being with the first thing they count. */
import type { Change } from '../../domain/change.ts';
import { ref } from '../../domain/refs.ts';
import type { Item } from './items.ts';
import { keyOf } from './keys.ts';
import type { PlannedStep } from './planned.ts';

/** Only what is taken away or added is guarded. */
export function countingStep(
  { organization, add, seatLimit }: Extract<Change, { do: 'count' }>,
  TableName: string,
): PlannedStep {
  const guards: string[] = [];
  const values: Item = { ':type': 'counters', ':organization': organization };
  if ((add.seats ?? 0) > 0) {
    guards.push('(attribute_not_exists(seats) OR seats <= :seatsBefore)');
    values[':seatsBefore'] = seatLimit - (add.seats ?? 0);
  }
  if ((add.owners ?? 0) < 0) {
    guards.push('owners > :ownersLeaving');
    values[':ownersLeaving'] = -(add.owners ?? 0);
  }
  const names = Object.keys(add);
  return {
    step: {
      Update: {
        TableName,
        Key: keyOf(ref.counters(organization)),
        UpdateExpression: `SET #type = :type, organization = :organization ADD ${names.map((_, i) => `#${i} :${i}`).join(', ')}`,
        ...(guards.length > 0 && { ConditionExpression: guards.join(' AND ') }),
        ExpressionAttributeNames: {
          '#type': 'type',
          ...Object.fromEntries(names.map((name, i) => [`#${i}`, name])),
        },
        ExpressionAttributeValues: {
          ...values,
          ...Object.fromEntries(Object.values(add).map((by, i) => [`:${i}`, by])),
        },
      },
    },
    conflict: { on: (add.owners ?? 0) < 0 && !((add.seats ?? 0) > 0) ? 'owners' : 'seats', organization },
  };
}

export function tallyStep(
  { of, number, add }: Extract<Change, { do: 'tally' }>,
  TableName: string,
): PlannedStep {
  return {
    step: {
      Update: {
        TableName,
        Key: keyOf(of),
        UpdateExpression: 'ADD #number :add',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#number': number },
        ExpressionAttributeValues: { ':add': add },
      },
    },
    conflict: { on: 'version', ref: of },
  };
}

export function checkNoneStep(
  { organization, counter }: Extract<Change, { do: 'check-none' }>,
  TableName: string,
): PlannedStep {
  return {
    step: {
      ConditionCheck: {
        TableName,
        Key: keyOf(ref.counters(organization)),
        ConditionExpression: 'attribute_not_exists(#counter) OR #counter = :none',
        ExpressionAttributeNames: { '#counter': counter },
        ExpressionAttributeValues: { ':none': 0 },
      },
    },
    conflict: { on: 'not-none', organization, counter },
  };
}

export function spendingStep(
  { organization, name, add, limit, ttl }: Extract<Change, { do: 'spend' }>,
  TableName: string,
): PlannedStep {
  const quota = ref.quota(organization, name);
  return {
    step: {
      Update: { TableName, Key: keyOf(quota), ...someMore('used', { add, limit }, { ...quota, ttl }) },
    },
    conflict: { on: 'quota', organization },
  };
}

/** Adds to a number that may not exceed a limit, and says what else the item is. */
export function someMore(number: string, { add, limit }: { add: number; limit: number }, facts: Item) {
  const names = Object.keys(facts);
  // Where nothing was counted yet, there is nothing to compare with a limit; unless not even that is allowed.
  const isFirst = limit >= add ? 'attribute_not_exists(#number) OR ' : '';
  return {
    UpdateExpression: `SET ${names.map((_, i) => `#${i} = :${i}`).join(', ')} ADD #number :add`,
    ConditionExpression: `${isFirst}#number <= :most`,
    ExpressionAttributeNames: {
      '#number': number,
      ...Object.fromEntries(names.map((name, i) => [`#${i}`, name])),
    },
    ExpressionAttributeValues: {
      ':add': add,
      ':most': limit - add,
      ...Object.fromEntries(Object.values(facts).map((fact, i) => [`:${i}`, fact])),
    },
  };
}
