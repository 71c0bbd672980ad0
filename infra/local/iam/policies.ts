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
  /** Everything attached to the role, resolved. What is pushed on later counts from then on. */
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
 * Decides one need. The simulator's own checks of actions and context keys are left out: what the mappers make is
 * checked against its tables in a test, and they know some condition keys that the tables lack.
 */
export async function evaluate(
  principal: Principal,
  need: Need,
  place: Place = defaultPlace,
): Promise<Verdict> {
  for (const document of principal.policies) await requireValid(document);
  const { verdicts, asksAbout } = memoryOf(principal);
  const context = Object.entries(need.context).filter(([key]) => asksAbout(key));
  const question = JSON.stringify([need.action, need.resource, context]);
  const verdict = verdicts.get(question) ?? runUnsafeSimulation(simulationOf(principal, need, place), {});
  if (verdicts.size >= remembered) verdicts.clear();
  verdicts.set(question, verdict);
  return verdict;
}

const remembered = 1_000;

type Memory = {
  readonly attached: number;
  readonly verdicts: Map<string, Verdict>;
  /** Whether any of the policies names a context key: the others cannot change a verdict. */
  readonly asksAbout: (key: string) => boolean;
};

const memories = new WeakMap<Principal, Memory>();

/** A role's verdicts so far, until something more is attached to it. */
function memoryOf(principal: Principal): Memory {
  const known = memories.get(principal);
  const attached = principal.policies.length;
  if (known?.attached === attached) return known;
  const text = JSON.stringify(principal.policies).toLowerCase();
  const memory = {
    attached,
    verdicts: new Map(),
    asksAbout: (key: string) => text.includes(key.toLowerCase()),
  };
  memories.set(principal, memory);
  return memory;
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
