/** IAM roles with everything that is attached to them: what the gate evaluates calls against. */
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { creator } from '../template/deploy.ts';
import { ignored, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

export type PolicyDocument = Readonly<Record<string, unknown>>;

export type Roles = {
  define(arn: string): void;
  attach(roleName: string, document: PolicyDocument): void;
  policiesOf(arn: string): readonly PolicyDocument[];
};

export function createRoles(): Roles {
  const policies = new Map<string, PolicyDocument[]>();
  const of = (name: string) => {
    const found = policies.get(name);
    if (found === undefined) throw failure(`There is no role named ${name}`);
    return found;
  };
  return {
    define: arn => policies.set(nameOf(arn), []),
    attach: (roleName, document) => of(roleName).push(document),
    policiesOf: arn => of(nameOf(arn)),
  };
}

const nameOf = (arn: string): string => arn.split('/').at(-1) ?? arn;

const Document = z.record(z.string(), z.unknown());
const Named = z.object({ PolicyName: z.string(), PolicyDocument: Document });

const Role = z.strictObject({
  RoleName: z.optional(z.string()),
  ManagedPolicyArns: z._default(z.array(z.string()), []),
  Policies: z._default(z.array(Named), []),
  AssumeRolePolicyDocument: ignored('only the services run here that the CDK lets assume its roles'),
  Description: ignored('for people'),
  MaxSessionDuration: ignored('keys here do not lapse'),
  Path: ignored('no policy names a role by its path'),
  Tags: tags,
});

export const role = ({ roles }: Services) =>
  creator(Role, (properties, position) => {
    const name = properties.RoleName ?? physicalName(position, 64);
    const arn = `arn:aws:iam::${position.place.account}:role/${name}`;
    roles.define(arn);
    for (const { PolicyDocument } of properties.Policies) roles.attach(name, PolicyDocument);
    for (const managed of properties.ManagedPolicyArns) roles.attach(name, awsManaged(managed));
    return { ref: name, attributes: { Arn: arn, RoleId: `AROA${position.logicalId}` } };
  });

const Policy = z.strictObject({
  PolicyName: z.optional(z.string()),
  ManagedPolicyName: z.optional(z.string()),
  PolicyDocument: Document,
  Roles: z._default(z.array(z.string()), []),
  Description: ignored('for people'),
  Path: ignored('no policy names another by its path'),
});

/** A role's own policy, or a managed one that is attached to roles. */
export const policy = ({ roles }: Services) =>
  creator(Policy, ({ PolicyDocument, Roles, PolicyName, ManagedPolicyName }, position) => {
    for (const name of Roles) roles.attach(name, PolicyDocument);
    const name = PolicyName ?? ManagedPolicyName ?? physicalName(position);
    return { ref: `arn:aws:iam::${position.place.account}:policy/${name}` };
  });

/** The policies of AWS's own that our stacks use, as AWS publishes them. */
function awsManaged(arn: string): PolicyDocument {
  const statements = AWS_MANAGED[arn.split('/').at(-1) ?? ''];
  if (statements === undefined) throw failure(`The managed policy ${arn} is not known here`);
  return { Version: '2012-10-17', Statement: statements };
}

const AWS_MANAGED: Record<string, readonly object[]> = {
  AWSLambdaBasicExecutionRole: [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  ],
};
