/** What a call to AWS needs: the IAM actions, on which resources, with what a policy's conditions may ask about. */
import { arn, type Place } from '../servers/place.ts';

/** Context keys of one request, in AWS's spelling; keys of several values are arrays. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

export type Need = { readonly action: string; readonly resource: string; readonly context: Context };

export type Mapped = {
  /** The API operation, for messages and counts. */
  readonly operation: string;
  /** Every one must be allowed. Undefined when the operation is not known here, which refuses the call. */
  readonly needs: readonly Need[] | undefined;
};

export type TableKeys = {
  /** The partition key's name. */
  readonly table: string;
  readonly indexes: Readonly<Record<string, string>>;
};

/** What mappers must know of the world besides the call. */
export type MapWorld = {
  readonly place: Place;
  /** The partition keys of a table; undefined when there is no such table. */
  readonly tableKeys: (table: string) => Promise<TableKeys | undefined>;
  /** The verified identity that mail from an address is sent by. */
  readonly identityOf: (address: string) => string;
};

export function need(action: string, resource: string, context: Context = {}): Need {
  return { action, resource, context };
}

/** The ARN of a resource that calls name by its name or by its ARN. */
export function arnOf(place: Place, service: string, prefix: string, nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : arn(place, service, `${prefix}${nameOrArn}`);
}
