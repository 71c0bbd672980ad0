/** The text messages that a pool sends, with the codes in them. */
import { randomInt } from 'node:crypto';
import type { UserPoolService } from 'cognito-local/lib/services/userPoolService.js';
import { invalidParameter } from './refusal.ts';
import type { World } from './world.ts';

type Occasion = 'sign-in' | 'verification';

/** Texts a new code to a telephone, in the pool's words or in AWS's own, and returns the code. */
export async function textCode(
  world: World,
  { options }: UserPoolService,
  { to, occasion }: { to: string; occasion: Occasion },
): Promise<string> {
  if (!options.SmsConfiguration) {
    throw invalidParameter('User pool does not have SMS configuration to send messages.');
  }
  const words = {
    'sign-in': options.SmsAuthenticationMessage ?? 'Your authentication code is {####}.',
    verification:
      options.VerificationMessageTemplate?.SmsMessage ??
      options.SmsVerificationMessage ??
      'Your verification code is {####}.',
  };
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await world.sendSms({ to, text: words[occasion].replace('{####}', code) });
  return code;
}

/** `+15555550142` as it is shown to whoever need not know it: `+*******0142`. */
export function masked(telephone: string): string {
  return `+${telephone.slice(1).replace(/\d(?=\d{4})/g, '*')}`;
}
