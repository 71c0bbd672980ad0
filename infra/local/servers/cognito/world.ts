/** What every operation of the local Cognito works on. */

import type { AppClient } from 'cognito-local/lib/services/appClient.js';
import type { CognitoService } from 'cognito-local/lib/services/cognitoService.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { User, UserPoolService } from 'cognito-local/lib/services/userPoolService.js';
import type { Place } from '../place.ts';
import type { Challenges } from './challenges.ts';
import type { Grants } from './grants.ts';
import type { HourlyLimits } from './hourly-limits.ts';
import type { Lockouts } from './lockouts.ts';
import type { Signer } from './signer.ts';

export type World = {
  readonly place: Place;
  readonly clock: () => Date;
  /** What `iss` begins with; the pool's id follows. */
  readonly issuerOrigin: string;
  readonly pools: CognitoService;
  readonly signer: Signer;
  readonly grants: Grants;
  readonly challenges: Challenges;
  readonly lockouts: Lockouts;
  readonly hourlyLimits: HourlyLimits;
  readonly sendSms: (sms: Sms) => Promise<void>;
};

/** A text message that Cognito would have sent. */
export type Sms = { readonly to: string; readonly text: string };

/** cognito-local's user and what our operations add to it. */
export type LocalUser = User & {
  /** When the temporary password was set; it lapses. */
  readonly TemporarySince?: Date;
  /** A software token that was begun and not yet verified. */
  readonly PendingTokenSecret?: string;
  /** The newest code that was texted to verify a telephone's number. */
  readonly TelephoneCode?: { readonly code: string; readonly to: string; readonly until: Date };
  /** The last 30-second step whose code was used: each is good once. */
  readonly LastTokenStep?: number;
};

export type AuthSettings = AppClient & { readonly AuthSessionValidity?: number };

/** Who signs in, through which client, to which pool. */
export type Party = {
  readonly pool: UserPoolService;
  readonly client: AuthSettings;
  readonly user: LocalUser;
};

/** cognito-local logs whole users, passwords included: nobody listens. */
const silent = () => undefined;
const logger: Context['logger'] = {
  child: () => logger,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
};
export const quiet: Context = { logger };
