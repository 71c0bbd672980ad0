/** Changes as DynamoDB's transaction steps, each with the condition under which it may happen. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { DomainEvent } from '../../contract/events.ts';
import type { Change, Conflict } from '../../domain/change.ts';
import { ref, refOf } from '../../domain/refs.ts';
import { attributeChanges, type Item, itemOf } from './items.ts';
import { eventKey, keyOf } from './keys.ts';

export type Tables = { directory: string; events: string };
type Step = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A step, and what it means when its condition fails. */
export type PlannedStep = { step: Step; conflict: Conflict };

export function stepOf(change: Change, { directory: TableName }: Tables): PlannedStep {
  switch (change.do) {
    case 'create':
      return {
        step: {
          Put: { TableName, Item: itemOf(change.entity), ConditionExpression: 'attribute_not_exists(pk)' },
        },
        conflict: { on: 'exists', ref: refOf(change.entity) },
      };
    case 'update':
      return {
        step: { Update: { TableName, Key: keyOf(change.before), ...updateOf(change) } },
        conflict: { on: 'version', ref: refOf(change.before) },
      };
    case 'remove':
      return {
        step: {
          Delete: {
            TableName,
            Key: keyOf(change.entity),
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': change.entity.version },
          },
        },
        conflict: { on: 'version', ref: refOf(change.entity) },
      };
    case 'count':
      return countingStep(change, TableName);
  }
}

/** Events are only ever added: an id that is there already refuses the whole transaction. */
export function eventStep(event: DomainEvent, { events: TableName }: Tables): PlannedStep {
  return {
    step: {
      Put: {
        TableName,
        Item: { ...eventKey(event.organization, event.id), ...event },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    conflict: { on: 'contention' },
  };
}

function updateOf({ before, after }: Extract<Change, { do: 'update' }>) {
  const { set, remove } = attributeChanges(before, after);
  const names = [...Object.keys(set), ...remove];
  return {
    UpdateExpression: [
      `SET ${Object.keys(set)
        .map((_, i) => `#${i} = :${i}`)
        .join(', ')}`,
      ...(remove.length > 0
        ? [`REMOVE ${remove.map((_, i) => `#${Object.keys(set).length + i}`).join(', ')}`]
        : []),
    ].join(' '),
    ConditionExpression: 'version = :before',
    ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#${i}`, name])),
    ExpressionAttributeValues: { ':before': before.version, ...numbered(set) },
  };
}

function numbered(set: Item): Item {
  return Object.fromEntries(Object.values(set).map((value, i) => [`:${i}`, value]));
}

/** Counters come into being with the first thing they count. Only what is taken away or added is guarded. */
function countingStep(
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
