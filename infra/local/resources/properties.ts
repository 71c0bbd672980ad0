/** The small words that creators describe properties with. */
import * as z from 'zod/mini';
import { arn } from '../servers/place.ts';
import type { Position } from '../template/deploy.ts';

/** A property that is read by nobody here, and why that is right. */
export const ignored = (_reason: string) => z.optional(z.unknown());

/** Templates write numbers and booleans as text at times. */
export const number = z.coerce.number();
export const boolean = z.pipe(
  z.transform(value => (value === 'true' ? true : value === 'false' ? false : value)),
  z.boolean(),
);

export const tags = ignored('nothing here is billed or found by its tags');
export const encryption = ignored('nothing here is written to a disk');

/** The name CloudFormation would make up for a resource without one: its stack and logical id. */
export function physicalName(position: Position, longest = 255): string {
  return `${position.stack}-${position.logicalId}`.slice(-longest);
}

/** The ARN of something in the stack's region and account. */
export const arnOf = (position: Position, service: string, resource: string): string =>
  arn(position.place, service, resource);

/** An id as CloudFront and API Gateway give them, the same at each start. */
export function idOf(position: Position): string {
  return Buffer.from(`${position.stack}/${position.logicalId}`).toString('hex').slice(-12);
}
