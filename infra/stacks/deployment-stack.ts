/** What the deployment does itself, last of all, each time that its Lambda or its settings change. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { type DeploymentTask, deploymentTasks } from '../../shared/contract/schedules.ts';
import { BundledLambda, pascalCase } from '../constructs/bundled-lambda.ts';
import { taskEnvironment } from '../constructs/environment.ts';
import type { World } from '../constructs/world.ts';

const timeoutSeconds = 60;

export class DeploymentStack extends Stack {
  constructor(scope: Construct, id: string, { world, ...props }: StackProps & { readonly world: World }) {
    super(scope, id, props);
    for (const name of Object.keys(deploymentTasks) as DeploymentTask[]) {
      const { needs } = deploymentTasks[name];
      const environment = taskEnvironment[name](world);
      const handler = new BundledLambda(this, pascalCase(name), {
        name,
        needs,
        timeoutSeconds,
        environment,
        world,
      });
      new Trigger(this, `${pascalCase(name)}Trigger`, { handler, timeout: Duration.seconds(timeoutSeconds) });
    }
  }
}
