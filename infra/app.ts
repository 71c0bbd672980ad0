/** The CDK app: what is deployed, and, on one machine, what runs. */
import { App, type StackProps, Validations } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import cdk from '../cdk.json' with { type: 'json' };
import { builtContext } from './constructs/built.ts';
import type { World } from './constructs/world.ts';
import { parseSettings, type Settings } from './settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { DeploymentStack } from './stacks/deployment-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { MailStack } from './stacks/mail-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

/** Where we do not follow what the CDK recommends to new apps. */
const exceptions = {
  // CloudFormation refuses to take away from one stack what another still uses.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

type AppOptions = {
  /** Where the templates go; the CDK's command says it itself. */
  readonly outdir?: string;
  /** Where the build lies; `dist` unless said. */
  readonly built?: string;
};

/** The whole app, not yet synthesised. Throws where something is not built. */
export function tenantryApp(settings: Settings, { outdir, built }: AppOptions = {}): App {
  const context = { ...recommended, ...exceptions, ...builtContext(built) };
  const app = new App({ outdir, context, analyticsReporting: false });
  const named = (name: string) => `tenantry-${settings.stage}-${name}`;
  const props: StackProps = {
    env: { region: settings.region },
    tags: { application: 'tenantry', stage: settings.stage },
  };
  const lasting: StackProps = { ...props, terminationProtection: true };

  const { data, pictures } = new DataStack(app, named('data'), lasting);
  const { identity } = new IdentityStack(app, named('identity'), lasting);
  const { mail } = new MailStack(app, named('mail'), { ...props, settings });
  const web = new WebStack(app, named('web'), { ...props, settings, pictures });
  const { api, consoleUrl, uploads, exports, imports } = web;

  const files = { uploads, pictures, exports, imports };
  const world: World = { settings, data, identity, files, mail, consoleUrl };
  const routes = new ApiStack(app, named('api'), { ...props, world, api });
  const events = new EventsStack(app, named('events'), { ...props, world });
  const deployment = new DeploymentStack(app, named('deployment'), { ...props, world });
  // Its first invitation is to be mailed, and its link to work.
  deployment.addStackDependency(routes);
  deployment.addStackDependency(events);
  return app;
}

if (import.meta.main) {
  const settings = parseSettings(cdk.context.tenantry);
  const app = tenantryApp(settings);
  if (`${settings.mailFrom} ${settings.operatorEmail}`.includes('@example.com')) {
    const advice = 'cdk.json still has the addresses of the example: put in your own before you deploy';
    Validations.of(app).addWarning('tenantry:example-addresses', advice);
  }
  app.synth();
}
