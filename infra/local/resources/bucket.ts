/** S3 buckets. */
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { creator } from '../template/deploy.ts';
import { encryption, ignored, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const CorsRule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.optional(z.array(z.string())),
  ExposedHeaders: z.optional(z.array(z.string())),
  MaxAge: z.optional(z.number()),
});

const Bucket = z.strictObject({
  BucketName: z.optional(z.string()),
  CorsConfiguration: z.optional(z.object({ CorsRules: z.array(CorsRule) })),
  PublicAccessBlockConfiguration: ignored('nobody reaches a bucket here but through the gate and CloudFront'),
  OwnershipControls: ignored('one account owns everything here'),
  VersioningConfiguration: ignored('nothing here outlives the process'),
  LifecycleConfiguration: ignored('nothing here outlives the process'),
  LoggingConfiguration: ignored('no access logs here'),
  BucketEncryption: encryption,
  Tags: tags,
});

export const bucket = ({ clients, servers, localAddresses }: Services) =>
  creator(Bucket, async (properties, position) => {
    const name = properties.BucketName ?? physicalName(position, 63).toLowerCase();
    await clients.s3.send(new CreateBucketCommand({ Bucket: name }));
    const rules = properties.CorsConfiguration?.CorsRules ?? [];
    const here = rules.map(rule => ({ ...rule, AllowedOrigins: rule.AllowedOrigins.map(localAddresses) }));
    servers.queues.setCors(name, here);
    const { region } = position.place;
    const attributes = {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    };
    return { ref: name, attributes };
  });
