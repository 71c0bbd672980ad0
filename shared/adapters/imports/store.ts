/** Plans in S3: a part is JSON, and is parsed as everything that comes from outside. */
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { PlannedRow } from '../../domain/model-plans.ts';
import type { PlanReader } from '../../ports/imports.ts';

export type Bucket = { bucket: string };

const Part = z.array(PlannedRow);

export function encodePart(rows: readonly PlannedRow[]): string {
  return JSON.stringify(rows);
}

export function decodePart(text: string): PlannedRow[] {
  return Part.parse(JSON.parse(text));
}

export function openClient(): S3Client {
  return new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000 },
  });
}

export function planReader(client: S3Client, Bucket: string): PlanReader {
  return {
    readPart: async Key => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return Body && decodePart(await Body.transformToString());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
