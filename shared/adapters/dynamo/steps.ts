/** Changes as DynamoDB's transaction steps, each with the condition under which it may happen. */
import type { DomainEvent } from '../../contract/events.ts';
import type { Change } from '../../domain/change.ts';
import type { Versioned } from '../../domain/model.ts';
import { refOf } from '../../domain/refs.ts';
import { checkNoneStep, countingStep, spendingStep, tallyStep } from './counters.ts';
import { attributeChanges, type Item, itemOf } from './items.ts';
import { eventKey, keyOf } from './keys.ts';
import type { PlannedStep, Tables } from './planned.ts';

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
        step: { Delete: { TableName, ...stillThere(change.entity) } },
        conflict: { on: 'version', ref: refOf(change.entity) },
      };
    case 'check':
      return {
        step: { ConditionCheck: { TableName, ...stillThere(change.entity) } },
        conflict: { on: 'version', ref: refOf(change.entity) },
      };
    case 'count':
      return countingStep(change, TableName);
    case 'tally':
      return tallyStep(change, TableName);
    case 'check-none':
      return checkNoneStep(change, TableName);
    case 'spend':
      return spendingStep(change, TableName);
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

/** An entity, in the version that is known. */
function stillThere(entity: Versioned) {
  return {
    Key: keyOf(entity),
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': entity.version },
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
