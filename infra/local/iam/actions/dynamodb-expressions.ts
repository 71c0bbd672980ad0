/** Just enough of DynamoDB's expressions to see which attributes and which partition a request names. */
export type Item = Readonly<Record<string, AttributeValue>>;
export type Names = Readonly<Record<string, string>>;
type AttributeValue = Readonly<Record<string, unknown>>;

export type KeyCondition = {
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeNames?: Names;
  readonly ExpressionAttributeValues?: Item;
};

const keywords = new Set(['AND', 'OR', 'NOT', 'BETWEEN', 'IN', 'SET', 'REMOVE', 'ADD', 'DELETE']);

/** The top-level attributes that an expression names. */
export function attributesIn(expression = '', names: Names = {}): readonly string[] {
  // A value, the rest of a path, or an operand; a function's name is followed by a parenthesis.
  const tokens = [...expression.matchAll(/:\w+|\.\s*#?\w+|(?:#\w+|[A-Za-z_]\w*)(?<call>\s*\()?/g)];
  const operands = tokens
    .filter(({ groups }) => groups?.call === undefined)
    .map(([text]) => text)
    .filter(text => !/^[:.]/.test(text) && !keywords.has(text.toUpperCase()));
  return [...new Set(operands.map(name => names[name] ?? name))];
}

/** The value that a query's key condition demands of a partition key. */
export function partitionValueIn(condition: KeyCondition, partition: string): string | undefined {
  const { KeyConditionExpression: text = '', ExpressionAttributeNames: names = {} } = condition;
  const equalities = [
    ...text.matchAll(/(?<name>#?\w+)\s*=\s*(?<value>:\w+)/g),
    ...text.matchAll(/(?<value>:\w+)\s*=\s*(?<name>#?\w+)/g),
  ].map(({ groups: { name = '', value = '' } = {} }) => ({ name: names[name] ?? name, value }));
  const equality = equalities.find(({ name }) => name === partition);
  return textOf(condition.ExpressionAttributeValues?.[equality?.value ?? '']);
}

/** `{ S: 'ORG#1' }` as the text that policies compare. */
export function textOf(value: AttributeValue | undefined): string | undefined {
  const [text] = Object.values(value ?? {});
  return typeof text === 'string' ? text : undefined;
}
