/** How a Lambda's calls are known as its own: an access key for each, and behind it the function's role. */
import { createHash } from 'node:crypto';
import type { Principal } from '../iam/policies.ts';
import type { Roles } from '../resources/roles.ts';
import type { FunctionDefinition } from './lambda.ts';

export function accessKeyOf(functionName: string): string {
  return `LOCAL${createHash('sha256').update(functionName).digest('hex').slice(0, 15).toUpperCase()}`;
}

/** The function's role in use, with whatever is or will be attached to it. */
export function principalOf({ name, roleArn }: FunctionDefinition, roles: Roles): Principal {
  return { roleArn, sessionName: name, policies: roles.policiesOf(roleArn) };
}
