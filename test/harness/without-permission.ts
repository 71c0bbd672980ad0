/** Takes one action out of every policy of a template, as if the rights had been written without it. */
import type { Template } from '../../infra/local/template/assembly.ts';

type Statement = { Action: string | string[] };

export function without(action: string | undefined, { Resources }: Template): void {
  if (!action) return;
  for (const { Type, Properties } of Object.values(Resources)) {
    if (Type !== 'AWS::IAM::Policy') continue;
    const { PolicyDocument } = Properties as { PolicyDocument: { Statement: Statement[] } };
    PolicyDocument.Statement = PolicyDocument.Statement.map(statement => ({
      ...statement,
      Action: [statement.Action].flat().filter(allowed => allowed !== action),
    })).filter(({ Action }) => Action.length > 0);
  }
}
