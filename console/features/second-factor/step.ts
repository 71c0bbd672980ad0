/** What a step of setting up a factor is told. */
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/contract/routes.ts';

export type StepProps = {
  /** The factor works; the first one brings recovery codes. */
  onProven: (answer: OutputOf<'confirm-authenticator'>) => void;
  /** Sets up the other one instead; absent where there is none to choose. */
  onOther?: () => void;
  wayOut: ReactNode;
};

/** A telephone that a code went to: its number (E.164), and the same as it is read. */
export type Telephone = { number: string; words: string };
