/** What an authenticator app shows: the local Cognito's own reckoning, which a test holds to the RFC's examples. */
import { codeAt } from '../../infra/local/servers/cognito/totp.ts';

/** Six digits. A secret's code is good once, so whoever needs another one lets half a minute pass. */
export const totp: (secret: string, at: Date) => string = codeAt;
