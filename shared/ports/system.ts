/** Time, chance, and what the deployment says about itself. */
import type { IdOf } from '../contract/ids.ts';
import type { LinkToken, Time } from '../contract/text.ts';
import type { Pace } from '../domain/pace.ts';

export type Clock = {
  now(): Time;
  /** Waits until a moment has come. */
  until(moment: Time): Promise<void>;
};

export type Ids = {
  make<P extends keyof IdOf>(prefix: P): IdOf[P];
  /** 256 random bits for a link, and the SHA-256 of them that may be stored. */
  linkToken(): { token: LinkToken; hash: string };
  /** SHA-256, hexadecimal: of secrets with so many random bits that nothing slower is needed. */
  hashOf(secret: string): string;
  /** 80 random bits to type, in groups of four, and the SHA-256 of them (without what separates the groups). */
  recoveryCode(): { code: string; hash: string };
  /** 144 random bits as text, for a name that whoever knows it may use. */
  unguessable(): string;
};

/** What the deployment says about itself. */
export type Settings = {
  /** Origin of the console, without a slash at the end. */
  consoleUrl: string;
  terms: { version: string; url?: string };
  /** How fast jobs change users. */
  pace: Pace;
};
