/** What subscribers, schedules and deployment tasks are: like use cases, they get only the ports in their `needs`. */
import type { deploymentTasks, schedules } from '../../shared/contract/schedules.ts';
import type { subscribers } from '../../shared/contract/subscribers.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Subscriber, TogetherSubscriber } from './queue.ts';
import type { Task } from './schedule.ts';

export type SubscriberPorts<N extends keyof typeof subscribers> = PortsFor<
  (typeof subscribers)[N]['needs'][number]
>;
export type SubscriberUseCase<N extends keyof typeof subscribers> = (typeof subscribers)[N] extends {
  together: true;
}
  ? TogetherSubscriber<SubscriberPorts<N>>
  : Subscriber<SubscriberPorts<N>>;

type SchedulePorts<N extends keyof typeof schedules> = PortsFor<(typeof schedules)[N]['needs'][number]>;
export type ScheduleUseCase<N extends keyof typeof schedules> = Task<SchedulePorts<N>>;

type DeploymentPorts<N extends keyof typeof deploymentTasks> = PortsFor<
  (typeof deploymentTasks)[N]['needs'][number]
>;
export type DeploymentUseCase<N extends keyof typeof deploymentTasks> = Task<DeploymentPorts<N>>;
