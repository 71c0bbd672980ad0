/** The front door of the local cloud: HTTP, as anybody would knock. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { openCognito } from '../../shared/adapters/cognito.ts';
import { openDynamoDirectory } from '../../shared/adapters/dynamo/directory.ts';
import { systemClock, systemIds } from '../../shared/adapters/system.ts';
import { DomainEvent } from '../../shared/contract/events.ts';
import { timeOf } from '../../shared/domain/time.ts';
import { openMailbox } from './cloud-mailbox.ts';
import type { Answer, Download, Front, RawRequest } from './front.ts';
import type { CloudAddress } from './here.ts';

export async function cloudFront(cloud: CloudAddress, { finding = true } = {}): Promise<Front> {
  const { page, environment } = cloud;
  await fetch(`${cloud.control}/${finding ? 'index-users' : 'leave-users'}`);
  // The SDK finds endpoints and keys where Lambdas find them.
  Object.assign(process.env, environment);
  const tables = {
    directory: variable(environment, 'DIRECTORY_TABLE'),
    events: variable(environment, 'EVENTS_TABLE'),
  };
  let offset = await offsetOf(page);
  const clock = { ...systemClock, now: () => timeOf(new Date(Date.now() + offset)) };
  const mails = openMailbox(cloud.mailbox);
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient());
  const scanned = async (filter: string, names: Record<string, string>, values?: Record<string, string>) => {
    const items: unknown[] = [];
    const wanted = {
      ...{ TableName: tables.directory, ConsistentRead: true, FilterExpression: filter },
      ...{ ExpressionAttributeNames: names, ExpressionAttributeValues: values },
    };
    for await (const { Items = [] } of paginateScan({ client: dynamo }, wanted)) items.push(...Items);
    return items;
  };
  return {
    world: {
      ids: systemIds,
      clock,
      directory: openDynamoDirectory(tables),
      identity: openCognito({
        pool: variable(environment, 'USER_POOL_ID'),
        client: variable(environment, 'USER_POOL_CLIENT_ID'),
      }),
    },
    send: request => send(page, request),
    settle: async () => {
      await fetch(`${cloud.control}/settled`);
    },
    mailsTo: async address =>
      (await mails())
        .filter(({ to }) => to.includes(address))
        .map(({ subject, html = '', text = '' }) => ({ subject, html, text })),
    smsTo: async telephone =>
      (await mails()).filter(({ to }) => to.includes(telephone)).map(({ text = '' }) => text),
    upload: async ({ url, fields }, file) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([Uint8Array.from(file)]), 'picture');
      return (await fetch(url, { method: 'POST', body: form, headers: { origin: page } })).status;
    },
    picture: path => download(page + path),
    download,
    advance: async seconds => {
      await local(page, 'clock', { advanceSeconds: seconds });
      offset = await offsetOf(page);
    },
    runSchedule: name => local(page, `schedules/${name}`),
    stored: () => scanned('attribute_exists(#type)', { '#type': 'type' }),
    userRows: organization =>
      scanned('begins_with(#pk, :rows)', { '#pk': 'pk' }, { ':rows': `ORG#${organization}#FIND#` }),
    trail: async organization => {
      const { Items = [] } = await dynamo.send(
        new QueryCommand({
          TableName: tables.events,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `ORG#${organization}` },
          ConsistentRead: true,
        }),
      );
      return Items.map(item => DomainEvent.parse(item));
    },
  };
}

async function download(url: string): Promise<Download> {
  const answer = await fetch(url);
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

function variable(environment: Readonly<Record<string, string>>, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`The local cloud tells its Lambdas no ${name}`);
  return value;
}

async function offsetOf(page: string): Promise<number> {
  const { now } = (await (await fetch(`${page}/_local/clock`)).json()) as { now: string };
  return Date.parse(now) - Date.now();
}

async function local(page: string, door: string, body: object = {}): Promise<void> {
  const answer = await fetch(`${page}/_local/${door}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${door}: ${await answer.text()}`);
}

async function send(page: string, { method, path, headers = {}, body }: RawRequest): Promise<Answer> {
  const answer = await fetch(page + path, { method, headers, ...(body !== undefined && { body }) });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: text ? JSON.parse(text) : undefined,
    cookies: answer.headers.getSetCookie(),
  };
}
