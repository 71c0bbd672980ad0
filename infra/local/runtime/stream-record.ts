/** A stream's record as Lambda gives it to a function, which is not quite as the stream's API tells it. */
import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import type { Clock } from '../clock.ts';

type Image = Record<string, unknown>;

export type StreamRecord = {
  readonly eventID: string | undefined;
  readonly eventName: string | undefined;
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string | undefined;
  readonly eventSourceARN: string;
  readonly userIdentity?: { readonly principalId?: string; readonly type?: string };
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys?: Image;
    readonly NewImage?: Image;
    readonly OldImage?: Image;
    readonly SequenceNumber: string;
    readonly SizeBytes: number | undefined;
    readonly StreamViewType: string | undefined;
  };
};

export function toLambdaRecord(record: _Record, streamArn: string, clock: Clock): StreamRecord {
  const { dynamodb: change = {}, userIdentity } = record;
  const written = (change.ApproximateCreationDateTime?.getTime() ?? Date.now()) + (clock.now() - Date.now());
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: streamArn.split(':')[3],
    eventSourceARN: streamArn,
    ...(userIdentity && { userIdentity: { principalId: userIdentity.PrincipalId, type: userIdentity.Type } }),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(written / 1000),
      ...(change.Keys && { Keys: image(change.Keys) }),
      ...(change.NewImage && { NewImage: image(change.NewImage) }),
      ...(change.OldImage && { OldImage: image(change.OldImage) }),
      SequenceNumber: change.SequenceNumber ?? '',
      SizeBytes: change.SizeBytes,
      StreamViewType: change.StreamViewType,
    },
  };
}

const image = (item: Record<string, AttributeValue>): Image =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, inJson(value)]));

/** Binary values travel as base64; everything else is JSON already. */
function inJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(inJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inJson(item)]));
}
