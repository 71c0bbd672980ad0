/** What the product may ask of the world. Use cases get only the ports that their route's `needs` name. */
import type { Need } from './contract/needs.ts';
import type { DirectoryReader, DirectoryWriter, UserIndexer } from './ports/directory.ts';
import type { ExportLinks, ExportWriter } from './ports/exports.ts';
import type { Files, PictureRemover, Pictures } from './ports/files.ts';
import type { IdentityReader, IdentitySignIn, IdentityWriter } from './ports/identity.ts';
import type {
  ImportChecker,
  ImportReporter,
  ImportUploads,
  ImportViewer,
  PlanReader,
} from './ports/imports.ts';
import type { Mailer, Publisher } from './ports/messages.ts';
import type { CoverageCounter, DayCounter } from './ports/numbers.ts';
import type { Clock, Ids, Settings } from './ports/system.ts';

/** Always there: they reach nothing outside. */
export type Always = { clock: Clock; ids: Ids; settings: Settings };

type PortOf = {
  'directory:read': { directory: DirectoryReader };
  'directory:write': { directory: DirectoryWriter };
  'directory:note': { directory: Pick<DirectoryWriter, 'noteActivity' | 'noteSessionUse'> };
  'directory:index': { indexer: UserIndexer };
  'directory:count': { days: DayCounter };
  'directory:cover': { coverage: CoverageCounter };
  'identity:sign-in': { identity: IdentitySignIn };
  'identity:write': { identity: IdentityWriter };
  'identity:read': { identity: IdentityReader };
  'files:write': { files: Files; pictures: Pictures };
  'files:remove': { files: PictureRemover };
  'files:export': { exports: ExportWriter };
  'files:link': { exports: ExportLinks };
  'files:import': { imports: ImportUploads };
  'files:show-import': { imports: ImportViewer };
  'files:check-import': { imports: ImportChecker };
  'files:plan': { imports: PlanReader };
  'files:report': { imports: ImportReporter };
  'mail:send': { mailer: Mailer };
  'events:publish': { publisher: Publisher };
};

type Together<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;

/** Exactly the ports behind some needs, with what is always there. */
export type PortsFor<N extends Need> = Always & ([N] extends [never] ? unknown : Together<PortOf[N]>);

/** All ports: what adapters and the fake world provide. */
export type World = PortsFor<Need>;
