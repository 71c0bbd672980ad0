/** The calls of the product's Lambdas to AWS: kept until somebody asks for them. */
import type { GateCall } from '../../infra/local/iam/gate.ts';
import type { LocalCloud } from '../../infra/local/local-cloud.ts';
import { accessKeyOf } from '../../infra/local/runtime/function-role.ts';
import { apiLambdaFor } from '../../shared/contract/api-lambdas.ts';
import { followers } from '../../shared/contract/followers.ts';
import { routeKeys } from '../../shared/contract/routes.ts';
import { deploymentTasks, schedules } from '../../shared/contract/schedules.ts';
import { subscribers } from '../../shared/contract/subscribers.ts';

/** `lambda`: the name of whoever called, as its bundle has it. */
export type CloudCall = GateCall & { readonly lambda: string };

/** The Lambdas that answer requests. */
export const apiLambdas: ReadonlySet<string> = new Set(routeKeys.map(apiLambdaFor));

/** Whoever does not ask for them loses the oldest. */
const kept = 20_000;

export function cloudCalls() {
  const calls: GateCall[] = [];
  return {
    onCall: (call: GateCall) => {
      if (calls.length === kept) calls.shift();
      calls.push(call);
    },
    /** All since this was asked last, but for the local cloud's own and those of tests. */
    take: (cloud: LocalCloud): CloudCall[] => {
      const callers = lambdasByKey(cloud);
      return calls.splice(0).flatMap(call => {
        // What goes unsigned bears somebody's token, which `account` alone hands to Cognito.
        const lambda = call.accessKeyId ? callers.get(call.accessKeyId) : 'account';
        return lambda ? [{ ...call, lambda }] : [];
      });
    },
  };
}

/** By the access keys that they sign with. */
function lambdasByKey(cloud: LocalCloud): ReadonlyMap<string, string> {
  const workers = [subscribers, schedules, followers].flatMap(table => Object.keys(table));
  const paths = [
    ...[...apiLambdas].map(name => [name, `api/${name}`] as const),
    ...workers.map(name => [name, `${name}/lambda`] as const),
    ...Object.keys(deploymentTasks).map(name => [name, name] as const),
  ];
  const keyAt = (path: string) => accessKeyOf(cloud.find('AWS::Lambda::Function', path).ref);
  return new Map(paths.map(([name, path]) => [keyAt(path), name]));
}
