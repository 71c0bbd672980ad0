/** Opens the ports: the one place where the product meets its adapters. Each Lambda opens only what it needs. */
import { openCognito } from '../../shared/adapters/cognito.ts';
import { openDayCounter } from '../../shared/adapters/dynamo/count-days.ts';
import { openCoverageCounter } from '../../shared/adapters/dynamo/count-factors.ts';
import { openDynamoDirectory, openDynamoReader } from '../../shared/adapters/dynamo/directory.ts';
import { openUserIndexer } from '../../shared/adapters/dynamo/index-users.ts';
import { openEventBridge } from '../../shared/adapters/event-bridge.ts';
import * as exported from '../../shared/adapters/exports/exports.ts';
import * as checker from '../../shared/adapters/imports/checker.ts';
import { openImportDesk, openPlanReader } from '../../shared/adapters/imports/desk.ts';
import * as reporter from '../../shared/adapters/imports/reporter.ts';
import { openPictures } from '../../shared/adapters/pictures/pictures.ts';
import * as s3 from '../../shared/adapters/s3.ts';
import { openSes } from '../../shared/adapters/ses.ts';
import { systemClock, systemIds } from '../../shared/adapters/system.ts';
import type { Always, PortsFor } from '../../shared/ports.ts';
import {
  busEnvironment,
  directoryEnvironment,
  exportsEnvironment,
  filesEnvironment,
  identityEnvironment,
  importsEnvironment,
  mailEnvironment,
  picturesEnvironment,
  settingsEnvironment,
} from './environment.ts';

export function openAlways(): Always {
  const { CONSOLE_URL, TERMS_VERSION, TERMS_URL, ...pace } = settingsEnvironment();
  return {
    clock: systemClock,
    ids: systemIds,
    settings: {
      consoleUrl: CONSOLE_URL,
      terms: { version: TERMS_VERSION, ...(TERMS_URL && { url: TERMS_URL }) },
      pace: {
        mailsPerSecond: pace.MAILS_PER_SECOND,
        credentialsPerSecond: pace.CREDENTIALS_PER_SECOND,
      },
    },
  };
}

export function openReader(): Pick<PortsFor<'directory:read' | 'directory:note'>, 'directory'> {
  return { directory: openDynamoReader({ directory: directoryEnvironment().DIRECTORY_TABLE }) };
}

export function openDirectory(): Pick<PortsFor<'directory:read' | 'directory:write'>, 'directory'> {
  const { DIRECTORY_TABLE, EVENTS_TABLE } = directoryEnvironment();
  return { directory: openDynamoDirectory({ directory: DIRECTORY_TABLE, events: EVENTS_TABLE }) };
}

export function openIndexer(): Pick<PortsFor<'directory:index'>, 'indexer'> {
  return { indexer: openUserIndexer({ directory: directoryEnvironment().DIRECTORY_TABLE }) };
}

export function openDays(): Pick<PortsFor<'directory:count'>, 'days'> {
  return { days: openDayCounter({ directory: directoryEnvironment().DIRECTORY_TABLE }) };
}

export function openCoverage(): Pick<PortsFor<'directory:cover'>, 'coverage'> {
  return { coverage: openCoverageCounter({ directory: directoryEnvironment().DIRECTORY_TABLE }) };
}

export function openIdentity(): Pick<
  PortsFor<'identity:sign-in' | 'identity:write' | 'identity:read'>,
  'identity'
> {
  const { USER_POOL_ID, USER_POOL_CLIENT_ID } = identityEnvironment();
  return { identity: openCognito({ pool: USER_POOL_ID, client: USER_POOL_CLIENT_ID }) };
}

export function openFiles(): Pick<PortsFor<'files:write'>, 'files' | 'pictures'> {
  const { UPLOADS_BUCKET, PICTURES_BUCKET } = filesEnvironment();
  const files = s3.openFiles({ uploads: UPLOADS_BUCKET, pictures: PICTURES_BUCKET });
  return { files, pictures: openPictures() };
}

export function openPictureRemover(): Pick<PortsFor<'files:remove'>, 'files'> {
  return { files: s3.openPictureRemover({ pictures: picturesEnvironment().PICTURES_BUCKET }) };
}

export function openExportWriter(): Pick<PortsFor<'files:export'>, 'exports'> {
  return { exports: exported.openExportWriter({ bucket: exportsEnvironment().EXPORTS_BUCKET }) };
}

export function openExportLinks(): Pick<PortsFor<'files:link'>, 'exports'> {
  return { exports: exported.openExportLinks({ bucket: exportsEnvironment().EXPORTS_BUCKET }) };
}

export function openImports(): Pick<PortsFor<'files:import' | 'files:show-import'>, 'imports'> {
  return { imports: openImportDesk({ bucket: importsEnvironment().IMPORTS_BUCKET }) };
}

export function openImportChecker(): Pick<PortsFor<'files:check-import'>, 'imports'> {
  return { imports: checker.openImportChecker({ bucket: importsEnvironment().IMPORTS_BUCKET }) };
}

export function openPlans(): Pick<PortsFor<'files:plan'>, 'imports'> {
  return { imports: openPlanReader({ bucket: importsEnvironment().IMPORTS_BUCKET }) };
}

export function openImportReporter(): Pick<PortsFor<'files:report'>, 'imports'> {
  return { imports: reporter.openImportReporter({ bucket: importsEnvironment().IMPORTS_BUCKET }) };
}

export function openMailer(): Pick<PortsFor<'mail:send'>, 'mailer'> {
  const { MAIL_FROM, MAIL_CONFIGURATION_SET } = mailEnvironment();
  return { mailer: openSes({ from: MAIL_FROM, configurationSet: MAIL_CONFIGURATION_SET }) };
}

export function openPublisher(): Pick<PortsFor<'events:publish'>, 'publisher'> {
  return { publisher: openEventBridge({ bus: busEnvironment().BUS_NAME }) };
}
