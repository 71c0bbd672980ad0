/** The doors of what runs by the clock, and of what the deployment does once. */
import { log } from './log.ts';

export type Task<P> = (ports: P) => Promise<Record<string, number | string>>;

/** A Lambda that runs the task; a run that throws is tried again by the scheduler. */
export function scheduleHandler<P>(name: string, task: Task<P>, ports: P) {
  return async (): Promise<void> => {
    log('info', 'schedule ran', { schedule: name, ...(await task(ports)) });
  };
}

/** A Lambda that the deployment invokes; when it throws, the deployment fails and says so. */
export function taskHandler<P>(name: string, task: Task<P>, ports: P) {
  return async (): Promise<void> => {
    log('info', 'deployment task ran', { task: name, ...(await task(ports)) });
  };
}
