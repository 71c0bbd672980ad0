/** The one way a Lambda of ours is made: from its bundle, with its own role, its own log, and no right but its needs. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Needs } from '../../shared/contract/needs.ts';
import { bundlePath } from './built.ts';
import { type Environment, environmentOf } from './environment.ts';
import { acceptObjectRights } from './picture-files.ts';
import { rightsFor } from './rights.ts';
import type { World } from './world.ts';

type BundledLambdaProps = {
  /** The bundle's name, and what the function is called in the console. */
  readonly name: string;
  readonly needs: Needs;
  readonly timeoutSeconds: number;
  readonly environment?: Environment;
  readonly world: World;
};

/** CPU comes with memory, a whole core at 1,769 MB; a cold start is all CPU. */
const memorySize = 1024;

export class BundledLambda extends LambdaFunction {
  constructor(scope: Construct, id: string, props: BundledLambdaProps) {
    const { name, needs, timeoutSeconds, environment, world } = props;
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: world.settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    for (const statement of rightsFor(needs, world)) role.addToPolicy(statement);
    if (needs.some(need => need.startsWith('files:'))) acceptObjectRights(role, world.files);
    super(scope, id, {
      description: name,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundlePath(scope, name)),
      handler: 'index.handler',
      memorySize,
      timeout: Duration.seconds(timeoutSeconds),
      environment: { ...environmentOf(needs, world), ...environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
  }
}

/** `invite-user` becomes `InviteUser`, as logical ids are written. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
