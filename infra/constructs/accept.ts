/** Rules of the security checks that we break, each with its reason beside the resource that breaks it. */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** For the construct and everything below it; the rules are named as AwsSolutions names them (`COG8`). */
export function acceptRisks(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  const rules = Object.entries(reasons).map(([rule, reason]) => ({ id: `AwsSolutions-${rule}`, reason }));
  Validations.of(construct).acknowledge(...rules);
}
