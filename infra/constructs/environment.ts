/** What a Lambda is told: names of the resources it may use, and no more settings than concern it. */
import type { ApiLambda } from '../../shared/contract/api-lambdas.ts';
import type { Need, Needs } from '../../shared/contract/needs.ts';
import type { DeploymentTask } from '../../shared/contract/schedules.ts';
import type { SubscriberName } from '../../shared/contract/subscribers.ts';
import type { World } from './world.ts';

export type Environment = Readonly<Record<string, string>>;

/** What follows from a Lambda's needs. */
export function environmentOf(needs: Needs, world: World): Environment {
  return Object.assign({}, ...needs.map(need => told[need](world)));
}

const told: Readonly<Record<Need, (world: World) => Environment>> = {
  'directory:read': tables,
  'directory:write': tables,
  'directory:note': tables,
  'directory:index': tables,
  'directory:count': tables,
  'directory:cover': tables,
  'identity:sign-in': userPool,
  'identity:write': userPool,
  'identity:read': userPool,
  'files:write': ({ files }) => ({
    UPLOADS_BUCKET: files.uploads.bucketName,
    PICTURES_BUCKET: files.pictures.bucketName,
  }),
  'files:remove': ({ files }) => ({ PICTURES_BUCKET: files.pictures.bucketName }),
  'files:export': exportsBucket,
  'files:link': exportsBucket,
  'files:import': importsBucket,
  'files:show-import': importsBucket,
  'files:check-import': importsBucket,
  'files:plan': importsBucket,
  'files:report': importsBucket,
  'mail:send': ({ settings, mail, consoleUrl }) => ({
    MAIL_FROM: settings.mailFrom,
    MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
    CONSOLE_URL: consoleUrl,
  }),
  'events:publish': ({ data }) => ({ BUS_NAME: data.bus.eventBusName }),
};

function exportsBucket({ files }: World): Environment {
  return { EXPORTS_BUCKET: files.exports.bucketName };
}

function importsBucket({ files }: World): Environment {
  return { IMPORTS_BUCKET: files.imports.bucketName };
}

function tables({ data }: World): Environment {
  return { DIRECTORY_TABLE: data.directory.tableName, EVENTS_TABLE: data.events.tableName };
}

function userPool({ identity }: World): Environment {
  return { USER_POOL_ID: identity.pool.userPoolId, USER_POOL_CLIENT_ID: identity.client.userPoolClientId };
}

/** What the API's Lambdas are told besides: the terms that invitees accept, and where links lead. */
export const apiEnvironment: Readonly<Record<ApiLambda, (world: World) => Environment>> = {
  public: () => ({}),
  authorize: () => ({}),
  core: linksAndTerms,
  management: linksAndTerms,
  account: terms,
  files: () => ({}),
};

function linksAndTerms(world: World): Environment {
  return { CONSOLE_URL: world.consoleUrl, ...terms(world) };
}

function terms({ settings }: World): Environment {
  return { TERMS_VERSION: settings.termsVersion, ...(settings.termsUrl && { TERMS_URL: settings.termsUrl }) };
}

/** What subscribers are told besides: how fast jobs may go. */
export const subscriberEnvironment: Readonly<Partial<Record<string, (world: World) => Environment>>> = {
  'run-job': ({ settings }) => ({
    MAILS_PER_SECOND: String(settings.mailsPerSecond),
    CREDENTIALS_PER_SECOND: String(settings.credentialsPerSecond),
  }),
} satisfies { readonly [N in SubscriberName]?: (world: World) => Environment };

export const taskEnvironment: Readonly<Record<DeploymentTask, (world: World) => Environment>> = {
  'invite-first-operator': ({ settings }) => ({
    OPERATOR_EMAIL: settings.operatorEmail,
    OPERATOR_NAME: settings.operatorName,
    OPERATOR_ORGANIZATION_NAME: settings.operatorOrganizationName,
  }),
};
