import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Conflict } from '../../domain/change.ts';

export type Tables = { directory: string; events: string };

/** A step of a transaction, and what it means when its condition fails. */
export type PlannedStep = {
  step: NonNullable<TransactWriteCommandInput['TransactItems']>[number];
  conflict: Conflict;
};
