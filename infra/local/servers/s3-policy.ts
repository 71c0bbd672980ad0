/** Whether S3 takes a form: its signature, and each condition of the policy that was signed. */
import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { secretAccessKey } from './place.ts';
import type { S3Form } from './s3-form.ts';

export type Refusal = { readonly status: number; readonly code: string; readonly message: string };

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  // { name: value } says the same as ['eq', '$name', value].
  z.pipe(
    z.record(z.string(), z.string()),
    z.transform(exact => {
      const [[name, value] = ['', '']] = Object.entries(exact);
      return ['eq', `$${name}`, value] as const;
    }),
  ),
]);
type Condition = z.output<typeof Condition>;
const Policy = z.object({ expiration: z.iso.datetime(), conditions: z.array(Condition) });

const denied = (message: string): Refusal => ({ status: 403, code: 'AccessDenied', message });

/** Undefined where everything is right. */
export function refusalOf({ fields, file }: S3Form, bucket: string, now: Date): Refusal | undefined {
  if (file === undefined) {
    const message = 'POST requires exactly one file upload per request.';
    return { status: 400, code: 'InvalidArgument', message };
  }
  if (fields.policy === undefined) return denied('Access Denied');
  if (fields['x-amz-signature'] !== signatureOf(fields)) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    return { status: 403, code: 'SignatureDoesNotMatch', message };
  }
  const { expiration, conditions } = Policy.parse(
    JSON.parse(Buffer.from(fields.policy, 'base64').toString()),
  );
  if (now >= new Date(expiration)) return denied('Invalid according to Policy: Policy expired.');
  const known = { ...fields, bucket };
  const broken = conditions.map(condition => breach(condition, known, file.length)).find(Boolean);
  return broken ?? unexpectedField(fields, conditions);
}

/** As for any call of signature version 4, but what is signed is the policy. */
function signatureOf(fields: S3Form['fields']): string {
  const [, day = '', region = '', service = ''] = (fields['x-amz-credential'] ?? '').split('/');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (before, word) => createHmac('sha256', before).update(word).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key)
    .update(fields.policy ?? '')
    .digest('hex');
}

function breach(condition: Condition, fields: S3Form['fields'], size: number): Refusal | undefined {
  if (condition[0] === 'content-length-range') return wrongSize(size, condition[1], condition[2]);
  const [how, name, wanted] = condition;
  const given = fields[name.slice(1).toLowerCase()] ?? '';
  if (how === 'eq' ? given === wanted : given.startsWith(wanted)) return undefined;
  return denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
}

function wrongSize(size: number, least: number, most: number): Refusal | undefined {
  const [what, code] =
    size > most
      ? ['exceeds the maximum', 'EntityTooLarge']
      : ['is smaller than the minimum', 'EntityTooSmall'];
  return size >= least && size <= most
    ? undefined
    : { status: 400, code, message: `Your proposed upload ${what} allowed object size.` };
}

/** Fields that no condition speaks of were not signed. */
function unexpectedField(fields: S3Form['fields'], conditions: readonly Condition[]): Refusal | undefined {
  const signed = conditions.map(([, name]) => String(name).slice(1).toLowerCase());
  const free = ['policy', 'x-amz-signature', 'file'];
  const unexpected = Object.keys(fields).find(
    name => !free.includes(name) && !name.startsWith('x-ignore-') && !signed.includes(name),
  );
  return unexpected ? denied(`Invalid according to Policy: Extra input fields: ${unexpected}`) : undefined;
}
