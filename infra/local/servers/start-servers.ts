/** All servers that stand in for AWS, started together and stopped together. */
import type { Sms } from './cognito/world.ts';
import { type CognitoServer, startCognito } from './cognito.ts';
import { startDynamoDb } from './dynamodb.ts';
import type { LocalServer } from './http.ts';
import type { SesEvent } from './mail/ses-events.ts';
import { type MailServer, startMail } from './mail.ts';
import type { Place } from './place.ts';
import { type Ports, requireFreePorts } from './ports.ts';
import { type QueueServer, startQueues } from './queues.ts';

export type ServerOptions = {
  /** From `choosePorts`. All of them are looked at, so that a taken one is told before anything starts. */
  readonly ports: Ports;
  readonly clock: () => Date;
  readonly place?: Place;
  /** Told when DynamoDB Local dies without having been stopped, with its last words. */
  readonly onDeath?: (detail: string) => void;
  /** Told every event that SES publishes to the default event bus. */
  readonly onSesEvent?: (event: SesEvent) => void;
};

export type Servers = {
  readonly dynamodb: LocalServer;
  readonly cognito: CognitoServer;
  readonly mail: MailServer;
  readonly queues: QueueServer;
  stop(): Promise<void>;
};

/** Starts all servers in parallel. When one fails, those that did start are stopped before the failure is told. */
export async function startServers(options: ServerOptions): Promise<Servers> {
  const { ports, ...rest } = options;
  await requireFreePorts(ports);
  // Java takes longest: it starts first.
  const dynamoDb = startDynamoDb({ ...rest, port: ports.dynamodb });
  const mailbox = startMail({ ...rest, port: ports.mailbox });
  const texted = async (sms: Sms) => (await mailbox).keepSms(sms);
  const pools = startCognito({ ...rest, port: ports.cognito, onSms: texted });
  const starting = [dynamoDb, pools, mailbox, startQueues({ ...rest, port: ports.queues })] as const;
  const stop = async () => {
    const started = await Promise.allSettled(starting);
    await Promise.all(
      started.map(server => (server.status === 'fulfilled' ? server.value.stop() : undefined)),
    );
  };
  try {
    const [dynamodb, cognito, mail, queues] = await Promise.all(starting);
    return { dynamodb, cognito, mail, queues, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
