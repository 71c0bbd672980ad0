/** What runs by the clock. Each gets an EventBridge schedule and a Lambda of its own, made from this table. */
import type { Needs } from './needs.ts';

type Schedule = {
  readonly everyMinutes: number;
  /** How long a run may take: a minute, unless it says more. */
  readonly timeoutSeconds?: number;
  readonly needs: Needs;
};

export const schedules = {
  'expire-invitations': { everyMinutes: 5, needs: ['directory:read', 'directory:write'] },
  /** Compares Cognito with the directory, reports where they have drifted apart, and repairs it. */
  'reconcile-credentials': {
    everyMinutes: 60,
    timeoutSeconds: 600,
    needs: ['directory:read', 'directory:write', 'identity:read', 'identity:write'],
  },
} as const satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof schedules;

/** What the deployment itself does once everything stands. */
export const deploymentTasks = {
  'invite-first-operator': { needs: ['directory:read', 'directory:write'] },
} as const satisfies Record<string, { readonly needs: Needs }>;

export type DeploymentTask = keyof typeof deploymentTasks;
