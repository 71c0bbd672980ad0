/** The local cloud as a stage to measure on. */
import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { arrangeUser, password } from '../harness/arrange.ts';
import type { CloudCall } from '../harness/cloud-calls.ts';
import { cloudFront } from '../harness/cloud-front.ts';
import { ask } from '../harness/front.ts';
import type { CloudAddress } from '../harness/here.ts';
import type { Valid } from '../harness/valid-requests.ts';
import { arrangeHome, type Stage } from './requests.ts';

export async function openCloudStage(cloud: CloudAddress): Promise<Stage> {
  const front = await cloudFront(cloud);
  const home = await arrangeHome(front);
  return { front, home, challenged: () => challenge({ front, home }, cloud) };
}

/** Cognito asks for a new password where the one it has was not chosen by its holder. */
async function challenge({ front, home }: Omit<Stage, 'challenged'>, cloud: CloudAddress): Promise<Valid> {
  const { id, email } = await arrangeUser(front, home);
  const temporary = { UserPoolId: cloud.environment.USER_POOL_ID, Username: id, Password: password };
  await new CognitoIdentityProviderClient().send(
    new AdminSetUserPasswordCommand({ ...temporary, Permanent: false }),
  );
  const { body } = await ask(front, 'sign-in', { email, password });
  if (!('challenge' in body)) throw new Error('Signing in asked for nothing');
  return { input: { session: body.challenge.session, password: 'nine paper boats in april' } };
}

/** What the Lambdas have asked of AWS since this was taken last. */
export async function takeCalls(cloud: CloudAddress): Promise<CloudCall[]> {
  return (await (await fetch(`${cloud.control}/calls`)).json()) as CloudCall[]; // our own harness wrote them
}

/**
 * Runs something while calls are told with what they consume, and AWS is slow, so that those which do not wait for one
 * another are seen to overlap.
 */
export async function watching<T>(cloud: CloudAddress, run: () => Promise<T>): Promise<T> {
  await fetch(`${cloud.control}/watch`);
  try {
    return await run();
  } finally {
    await fetch(`${cloud.control}/unwatch`);
  }
}
