/** Lambda functions, their versions and aliases. */
import * as z from 'zod/mini';
import { accessKeyOf, principalOf } from '../runtime/function-role.ts';
import { type Created, creator } from '../template/deploy.ts';
import { arnOf, ignored, number, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const Function_ = z.strictObject({
  FunctionName: z.optional(z.string()),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  Code: z.object({ S3Key: z.string() }),
  Timeout: z._default(number, 3),
  MemorySize: z._default(number, 128),
  Environment: z.optional(z.object({ Variables: z._default(z.record(z.string(), z.string()), {}) })),
  ReservedConcurrentExecutions: z.optional(number),
  Architectures: ignored('JavaScript runs on any'),
  Description: z.optional(z.string()),
  Layers: ignored('only Lambdas of the CDK have some, and those do not run here'),
  LoggingConfig: ignored('what a Lambda prints is kept as it is'),
  TracingConfig: ignored('no tracing here'),
  EphemeralStorage: ignored('there is the disk'),
  Tags: tags,
});

export const lambdaFunction = ({ assembly, lambda, roles, gate }: Services) =>
  creator(Function_, (properties, position) => {
    const name = properties.FunctionName ?? physicalName(position, 64);
    const arn = arnOf(position, 'lambda', `function:${name}`);
    const definition = {
      name,
      label: properties.Description ?? name,
      arn,
      roleArn: properties.Role,
      runtime: properties.Runtime,
      handler: properties.Handler,
      asset: assembly.assetPath(properties.Code.S3Key),
      variables: properties.Environment?.Variables ?? {},
      timeoutSeconds: properties.Timeout,
      memorySize: properties.MemorySize,
      reservedConcurrency: properties.ReservedConcurrentExecutions,
    };
    lambda.define(definition);
    gate.addPrincipal(accessKeyOf(name), principalOf(definition, roles));
    return { ref: name, attributes: { Arn: arn } };
  });

const nameIn = (nameOrArn: string): string => nameOrArn.split(':')[6] ?? nameOrArn;

const Version = z.strictObject({
  FunctionName: z.string(),
  Description: ignored('for people'),
  CodeSha256: ignored('there is one version here'),
});

/** There is one version of each function here, the one in the template. */
export const version = () =>
  creator(Version, ({ FunctionName }, position): Created => {
    const arn = `${arnOf(position, 'lambda', `function:${nameIn(FunctionName)}`)}:1`;
    return { ref: arn, attributes: { Version: '1', FunctionArn: arn } };
  });

const Alias = z.strictObject({
  FunctionName: z.string(),
  FunctionVersion: ignored('there is one version here'),
  Name: z.string(),
  Description: ignored('for people'),
  ProvisionedConcurrencyConfig: ignored('threads start in a moment'),
});

export const alias = () =>
  creator(Alias, ({ FunctionName, Name }, position): Created => {
    const arn = `${arnOf(position, 'lambda', `function:${nameIn(FunctionName)}`)}:${Name}`;
    return { ref: arn, attributes: { AliasArn: arn } };
  });
