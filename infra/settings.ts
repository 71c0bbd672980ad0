/** What a deployment may choose, in `cdk.json` under `context.tenantry`. docs/operations.md explains each. */
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

const text = z.string().trim().min(1).max(200);
const email = z.email('is not an email address');
const domain = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'is not a domain name in lower case');
const perSecond = z.int().min(1).max(1000);
const retentions = Object.values(RetentionDays).filter(days => typeof days === 'number');

const Settings = z
  .strictObject({
    /** Part of every stack's name, so that several can live in one account. */
    stage: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'may have letters, digits and dashes, at most 20'),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is not an AWS region'),
    /** The address that mails come from. */
    mailFrom: email,
    /** Proves the whole domain to SES instead of the one address. */
    mailDomain: domain.optional(),
    operatorEmail: email,
    operatorName: text,
    operatorOrganizationName: text,
    /** With `certificateArn`: where the console answers. Without: CloudFront's own name. */
    consoleDomain: domain.optional(),
    certificateArn: z
      .string()
      .regex(
        /^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/,
        'is not a certificate in us-east-1, as CloudFront wants it',
      )
      .optional(),
    /** How many mails jobs may send in a second, all together: below SES's own limit. */
    mailsPerSecond: perSecond,
    /** Of how many users jobs may end sessions in a second, all together: below Cognito's quota. */
    credentialsPerSecond: perSecond,
    termsVersion: text,
    termsUrl: z.url('is not a URL').optional(),
    /** Who hears of what failed for good. */
    alarmEmail: email.optional(),
    logRetentionDays: z
      .number()
      .refine(days => retentions.includes(days), `is none of ${retentions.join(', ')}`),
    /** Whether CloudFront keeps a line, with the visitor's address, for every request. */
    accessLogs: z.boolean(),
  })
  .refine(given => (given.consoleDomain === undefined) === (given.certificateArn === undefined), {
    path: ['consoleDomain'],
    error: 'goes together with certificateArn',
  })
  .refine(({ mailFrom, mailDomain }) => mailDomain === undefined || isWithin(mailFrom, mailDomain), {
    path: ['mailFrom'],
    error: 'is not an address in mailDomain',
  });
export type Settings = z.output<typeof Settings>;

/** Throws a line for each setting that is missing or wrong. */
export function parseSettings(given: unknown): Settings {
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    ({ path, message }) => `${['tenantry', ...path].join('.')}: ${message}`,
  );
  throw new Error(`The settings in cdk.json (context) need another look:\n  ${faults.join('\n  ')}`);
}

function isWithin(address: string, mailDomain: string): boolean {
  return address.endsWith(`@${mailDomain}`) || address.endsWith(`.${mailDomain}`);
}
