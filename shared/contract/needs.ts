/** What a use case may need from the world. Its ports, its Lambda and that Lambda's rights follow from this list. */
import * as z from 'zod/mini';

export const Need = z.enum([
  /** Read the state of organizations and people. */
  'directory:read',
  /** Change it, together with the event that tells of the change. */
  'directory:write',
  /** Note beside it who was active when; nothing else. */
  'directory:note',
  /** Keep what users are found by in step with them. */
  'directory:index',
  /** Count what happened, by day; nothing else. */
  'directory:count',
  /** Count who has a second factor. */
  'directory:cover',
  /** Check passwords and issue or renew tokens. */
  'identity:sign-in',
  /** Make, change, lock and remove credentials. */
  'identity:write',
  /** See who has credentials, and of what kind. */
  'identity:read',
  /** Take uploads, and keep and remove pictures. */
  'files:write',
  /** Remove pictures that are no longer shown. */
  'files:remove',
  /** Keep files of exports. */
  'files:export',
  /** Make links to them. */
  'files:link',
  /** Take files of users. */
  'files:import',
  /** Show what was planned of them, and make links to the files that come back. */
  'files:show-import',
  /** Read such a file, and keep what is planned of it and the files that come back. */
  'files:check-import',
  /** Read what was planned. */
  'files:plan',
  /** Read it, and keep a file of what came of it. */
  'files:report',
  /** Send one mail. */
  'mail:send',
  /** Hand events on to whoever listens. */
  'events:publish',
]);
export type Need = z.output<typeof Need>;
export type Needs = readonly Need[];
