/** What policies' conditions may ask about a DynamoDB request: its keys, attributes and options. */
import type { Context } from '../needs.ts';
import { attributesIn, type Item, type Names } from './dynamodb-expressions.ts';

/** The parameters that decide about access; all others pass through. */
export type DynamoDbInput = {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: Item;
  readonly Item?: Item;
  readonly Select?: string;
  readonly ReturnValues?: string;
  readonly ReturnConsumedCapacity?: string;
  readonly AttributesToGet?: readonly string[];
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Names;
  readonly ExpressionAttributeValues?: Item;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly TransactItems?: readonly Readonly<Record<string, DynamoDbInput>>[];
};

/** The context of one or several like requests, whose partition keys are given. */
export function contextOf(
  inputs: readonly DynamoDbInput[],
  leading: readonly string[],
  select?: string,
): Context {
  const [{ ReturnValues, ReturnConsumedCapacity } = {}] = inputs;
  const attributes = [...new Set(inputs.flatMap(attributesOf))];
  return {
    ...(leading.length > 0 ? { 'dynamodb:LeadingKeys': [...new Set(leading)] } : {}),
    ...(attributes.length > 0 ? { 'dynamodb:Attributes': attributes } : {}),
    ...(select ? { 'dynamodb:Select': select } : {}),
    ...(ReturnValues ? { 'dynamodb:ReturnValues': ReturnValues } : {}),
    ...(ReturnConsumedCapacity ? { 'dynamodb:ReturnConsumedCapacity': ReturnConsumedCapacity } : {}),
  };
}

/** The top-level attributes that a request names, keys included. */
function attributesOf(input: DynamoDbInput): readonly string[] {
  const expressions = [
    input.KeyConditionExpression,
    input.FilterExpression,
    input.ProjectionExpression,
    input.ConditionExpression,
    input.UpdateExpression,
  ];
  return [
    ...Object.keys(input.Key ?? {}),
    ...Object.keys(input.Item ?? {}),
    ...(input.AttributesToGet ?? []),
    ...expressions.flatMap(expression => attributesIn(expression, input.ExpressionAttributeNames)),
  ];
}

/** DynamoDB's default, unless the request says. */
export function selectOf({
  Select,
  ProjectionExpression,
  AttributesToGet,
  IndexName,
}: DynamoDbInput): string {
  if (Select) return Select;
  if (ProjectionExpression || AttributesToGet) return 'SPECIFIC_ATTRIBUTES';
  return IndexName ? 'ALL_PROJECTED_ATTRIBUTES' : 'ALL_ATTRIBUTES';
}
