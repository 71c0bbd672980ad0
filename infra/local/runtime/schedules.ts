/** EventBridge Scheduler, and rules with a schedule: they run when the local cloud's clock passes their time. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Outcome } from './lambda-messages.ts';
import { isoSeconds } from './put-events.ts';
import { type NextDue, parseSchedule } from './schedule-expression.ts';
import type { Deliver } from './targets.ts';

type Schedule = {
  readonly name: string;
  /** What people call it: its description, where it has one. */
  readonly label: string;
  readonly arn: string;
  readonly expression: string;
  readonly targetArn: string;
  /** What the target is given; the service's own event where the template says nothing. */
  readonly input?: string;
  readonly source: 'aws.scheduler' | 'aws.events';
};

export type Schedules = {
  add(schedule: Schedule): void;
  list(): readonly Schedule[];
  /** Runs one now, whenever it is due, and waits for its target. */
  run(schedule: Schedule): Promise<Outcome>;
  stop(): void;
};

/** setTimeout holds no more than 31 bits. */
const LONGEST_WAIT = 2 ** 31 - 1;

export function createSchedules(options: { readonly clock: Clock; readonly deliver: Deliver }): Schedules {
  const { clock, deliver } = options;
  const entries: { schedule: Schedule; nextDue: NextDue; due: number | undefined }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const run = (schedule: Schedule) => deliver(schedule.targetArn, inputOf(schedule, clock));

  // A clock that jumped over many due times runs the schedule once: the runs it missed would all be late.
  const runWhatIsDue = () => {
    const now = clock.now();
    for (const entry of entries) {
      if (entry.due === undefined || entry.due > now) continue;
      entry.due = entry.nextDue(now);
      void run(entry.schedule);
    }
    wait();
  };

  const wait = () => {
    clearTimeout(timer);
    const next = Math.min(...entries.map(entry => entry.due ?? Number.POSITIVE_INFINITY));
    if (stopped || next === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(runWhatIsDue, Math.min(Math.max(0, next - clock.now()), LONGEST_WAIT));
  };
  const stopListening = clock.onMove(runWhatIsDue);

  return {
    run,
    list: () => entries.map(entry => entry.schedule),
    add(schedule) {
      const nextDue = parseSchedule(schedule.expression);
      entries.push({ schedule, nextDue, due: nextDue(clock.now()) });
      wait();
    },
    stop() {
      stopped = true;
      stopListening();
      clearTimeout(timer);
    },
  };
}

function inputOf({ input, arn, source }: Schedule, clock: Clock): unknown {
  if (input !== undefined) return JSON.parse(input);
  const [, , , region, account] = arn.split(':');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source,
    account,
    time: isoSeconds(clock.now()),
    region,
    resources: [arn],
    detail: source === 'aws.scheduler' ? '{}' : {},
  };
}
