/** Evaluates a role's policies as IAM does. The one place that imports the simulator, which is never bundled. */
import { runSimulation, runUnsafeSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import { failure } from '../failure.ts';
import { defaultPlace, type Place } from '../servers/place.ts';
import type { Context, Need } from './needs.ts';

export type PolicyDocument = Readonly<Record<string, unknown>>;

export type Principal = {
  /** `arn:aws:iam::<account>:role/<name>` */
  readonly roleArn: string;
  /** For a Lambda, its name. */
  readonly sessionName: string;
  /** Everything attached to the role, resolved; read anew at each call, so what is attached later counts. */
  readonly policies: readonly PolicyDocument[];
  /** Further context keys, such as `aws:PrincipalTag/…`. */
  readonly context?: Context;
};

export type Verdict = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';

/** The ARN by which AWS calls a role in use. */
export function assumedRoleArn({ roleArn, sessionName }: Principal): string {
  const [, , , , account] = roleArn.split(':');
  return `arn:aws:sts::${account}:assumed-role/${roleArn.split('/').at(-1)}/${sessionName}`;
}

/**
 * Decides one need, in about 0.1 ms. The simulator's own checks of actions and context keys are left out: what the
 * mappers make is checked against its tables in a test, and they know some condition keys that the tables lack.
 */
export async function evaluate(
  principal: Principal,
  need: Need,
  place: Place = defaultPlace,
): Promise<Verdict> {
  for (const document of principal.policies) await requireValid(document);
  return runUnsafeSimulation(simulationOf(principal, need, place), {});
}

function simulationOf(principal: Principal, need: Need, place: Place): Simulation {
  const context = { ...globalContext(principal, place), ...need.context, ...principal.context };
  return {
    identityPolicies: principal.policies.map((policy, index) => ({ name: String(index), policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    request: {
      action: need.action,
      principal: assumedRoleArn(principal),
      resource: { resource: need.resource, accountId: place.account },
      contextVariables: context as Record<string, string | string[]>,
    },
  };
}

function globalContext(principal: Principal, place: Place): Context {
  return {
    'aws:PrincipalArn': principal.roleArn,
    'aws:PrincipalAccount': place.account,
    'aws:PrincipalType': 'AssumedRole',
    'aws:ResourceAccount': place.account,
    'aws:RequestedRegion': place.region,
    // Everything here is on one machine; on AWS every call is encrypted.
    'aws:SecureTransport': 'true',
    'aws:SourceIp': '127.0.0.1',
  };
}

const valid = new WeakSet<PolicyDocument>();

/** IAM takes no malformed policy; the simulator would only never match it. */
async function requireValid(document: PolicyDocument): Promise<void> {
  if (valid.has(document)) return;
  const probe = {
    roleArn: 'arn:aws:iam::000000000000:role/probe',
    sessionName: 'probe',
    policies: [document],
  };
  const anything = { action: 's3:ListAllMyBuckets', resource: '*', context: {} };
  const result = await runSimulation(simulationOf(probe, anything, defaultPlace), {});
  if (result.resultType === 'error') {
    const findings = Object.values(result.errors.identityPolicyErrors ?? {}).flat();
    const text = findings.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw failure(`A role's policy is malformed. ${text || result.errors.message}`);
  }
  valid.add(document);
}
