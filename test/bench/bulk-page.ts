/** What one thing done to many takes, as a part of the page about costs. */
import type { MeasuredBulk } from './bulk.ts';
import { requestsToTables } from './lambda.ts';
import { rounded } from './statistics.ts';
import { table } from './table.ts';

export function bulkPart({ users, run }: MeasuredBulk): string {
  const count = users.toLocaleString('en');
  const each = (sum: number) => rounded(sum / users);
  const requests = Object.entries(run.requests).toSorted(([, one], [, other]) => other.count - one.count);
  return `## One thing for many

A job deactivates all ${count} users of an organization, each in a transaction of their own with its audit event: by the
Lambda as it is deployed. How many a second Cognito lets one deactivate is a setting; here it is so high that it holds
nobody up, and ending their sessions is left to others. All ${count} were inactive afterwards, and each was told of once:
${rounded(users / (run.milliseconds / 1000))} users a second, ${each(requestsToTables(run))} requests to DynamoDB for each.

${table(
  ['operation', 'for each user', 'milliseconds, of one'],
  requests.map(([operation, { count: made, milliseconds }]) => [
    operation,
    each(made),
    rounded(milliseconds / made),
  ]),
)}`;
}
