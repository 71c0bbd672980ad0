/** Reading templates: intrinsic functions, the order of creation, and clear words where something is not known. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readAssembly, type Stack } from '../../../infra/local/template/assembly.ts';
import { type Creator, creator, deploy } from '../../../infra/local/template/deploy.ts';
import { resolve } from '../../../infra/local/template/intrinsics.ts';
import { creationOrder } from '../../../infra/local/template/order.ts';
import { scopeOf } from '../../../infra/local/template/scope.ts';

/** `{Name}` as CloudFormation writes it, which looks like a forgotten template string of ours. */
const sub = (pattern: string) => pattern.replaceAll('{', '${');

const template = {
  Resources: {},
  Outputs: {},
  Parameters: { Word: { Default: 'spoken' } },
  Conditions: {
    Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
    Nowhere: { 'Fn::Not': [{ Condition: 'Here' }] },
    Either: { 'Fn::Or': [{ Condition: 'Here' }, { Condition: 'Nowhere' }] },
    Both: { 'Fn::And': [{ Condition: 'Here' }, { Condition: 'Nowhere' }] },
  },
  Mappings: { Runtimes: { 'us-east-1': { node: 'nodejs24.x' } } },
};
const place = { region: 'us-east-1', account: '000000000000' };
const stack: Stack = { name: 'one', place, template };
const table = { stack: 'one', place, logicalId: 'Table', path: 'one/Table', type: 'AWS::DynamoDB::Table' };
const standing = new Map([
  ['Table', { ...table, ref: 'things', attributes: { Arn: 'arn:things', 'A.B': 'deep' } }],
]);
const scope = scopeOf(stack, standing, new Map([['other:Export', 'imported']]));

test.for<[unknown, unknown]>([
  [{ Ref: 'Table' }, 'things'],
  [{ Ref: 'Word' }, 'spoken'],
  [{ Ref: 'AWS::AccountId' }, '000000000000'],
  [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:things'],
  [{ 'Fn::GetAtt': 'Table.A.B' }, 'deep'],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'Word' }, 3]] }, 'a-spoken-3'],
  [{ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  [
    { 'Fn::Sub': sub('{AWS::Region}/{Table}/{Table.Arn}/{!Kept}') },
    sub('us-east-1/things/arn:things/{Kept}'),
  ],
  [{ 'Fn::Sub': [sub('{Given}-{Word}'), { Given: { Ref: 'Table' } }] }, 'things-spoken'],
  [{ 'Fn::ImportValue': 'other:Export' }, 'imported'],
  [{ 'Fn::FindInMap': ['Runtimes', { Ref: 'AWS::Region' }, 'node'] }, 'nodejs24.x'],
  [{ 'Fn::If': ['Here', 'yes', 'no'] }, 'yes'],
  [[{ 'Fn::If': ['Nowhere', 'yes', { Ref: 'AWS::NoValue' }] }, 'kept'], ['kept']],
  [{ Gone: { Ref: 'AWS::NoValue' }, Kept: { 'Fn::If': ['Either', 1, 2] } }, { Kept: 1 }],
  [{ 'Fn::If': ['Both', 1, 2] }, 2],
  [
    { Ref: 'Table', Beside: 'so this is no intrinsic' },
    { Ref: 'Table', Beside: 'so this is no intrinsic' },
  ],
])('%j resolves', ([value, expected]) => {
  expect(resolve(value, scope)).toEqual(expected);
});

test.for<[unknown, string]>([
  [{ 'Fn::Transform': {} }, 'The intrinsic function Fn::Transform is not known here'],
  [{ Ref: 'Nothing' }, 'Nothing is neither a resource nor a parameter of one'],
  [
    { 'Fn::GetAtt': ['Table', 'StreamArn'] },
    'The attribute StreamArn of Table (AWS::DynamoDB::Table) is not known',
  ],
  [{ 'Fn::ImportValue': 'other:Missing' }, 'No stack that stands exports other:Missing'],
  [{ 'Fn::Join': ['', 'abc'] }, 'A list was expected instead of "abc"'],
])('%j is an error in plain words', ([value, message]) => {
  expect(() => resolve(value, scope)).toThrow(message);
});

const resources = (needs: Record<string, unknown>) => ({
  ...template,
  Resources: Object.fromEntries(
    Object.entries(needs).map(([id, need]) => [id, { Type: 'T', Properties: { need } }]),
  ),
});

test('a resource is made after those it names, however it names them', () => {
  const order = creationOrder(
    resources({
      A: [{ Ref: 'B' }, { 'Fn::GetAtt': ['C', 'Arn'] }],
      B: { 'Fn::Sub': sub('x{D.Arn}{!E}{AWS::Region}') },
      C: { Ref: 'Word' },
      D: 1,
    }),
  );
  expect(order).toEqual(['D', 'B', 'C', 'A']);
});

test('resources that need each other are named', () => {
  expect(() => creationOrder(resources({ A: { Ref: 'B' }, B: { Ref: 'A' } }))).toThrow('A → B → A');
});

function assemblyOf(stacks: Record<string, { template: object; after?: string[] }>) {
  const directory = mkdtempSync(join(tmpdir(), 'tenantry-assembly-'));
  const artifacts = Object.entries(stacks).map(([name, { template: body, after = [] }]) => {
    writeFileSync(join(directory, `${name}.json`), JSON.stringify(body));
    const properties = { templateFile: `${name}.json` };
    return [name, { type: 'aws:cloudformation:stack', dependencies: after, properties }];
  });
  const manifest = { artifacts: Object.fromEntries(artifacts) };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
  return readAssembly(directory);
}

test('stacks come after those they depend on, exports reach them, and what runs last runs last', async () => {
  const assembly = assemblyOf({
    second: {
      after: ['first'],
      template: {
        Resources: {
          Last: { Type: 'Custom::Trigger', Properties: { Name: 'last' } },
          Uses: { Type: 'Thing', Properties: { Name: { 'Fn::ImportValue': 'exported' } } },
          Never: { Type: 'Unknown', Condition: 'No' },
        },
        Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      },
    },
    first: {
      template: {
        Resources: { Makes: { Type: 'Thing', Properties: { Name: 'made' } } },
        Outputs: { Out: { Value: { Ref: 'Makes' }, Export: { Name: 'exported' } } },
      },
    },
  });
  const made: string[] = [];
  const thing = creator(z.strictObject({ Name: z.string() }), ({ Name }) => {
    made.push(Name);
    return { ref: `ref-of-${Name}` };
  });
  const { outputs } = await deploy(
    assembly,
    () => thing,
    type => type === 'Custom::Trigger',
  );
  expect(made).toEqual(['made', 'ref-of-made', 'last']);
  expect(outputs).toEqual({ 'first.Out': 'ref-of-made' });
});

test('a property that nobody has thought about is an error that says where', async () => {
  const assembly = assemblyOf({
    only: { template: { Resources: { Odd: { Type: 'Thing', Properties: { Name: 'x', Surprise: true } } } } },
  });
  const strict: Creator = creator(z.strictObject({ Name: z.string() }), () => ({ ref: 'x' }));
  const deployed = deploy(
    assembly,
    () => strict,
    () => false,
  );
  await expect(deployed).rejects.toThrow(
    /only: Odd \(Thing\) cannot be made: .*Unrecognized key: "Surprise"/s,
  );
});
