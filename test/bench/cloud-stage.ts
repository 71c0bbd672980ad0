/** The local cloud as a stage to measure on. */
import type { CloudCall } from '../harness/cloud-calls.ts';
import { cloudFront } from '../harness/cloud-front.ts';
import type { CloudAddress } from '../harness/here.ts';
import { arrangeHome, type Stage } from './requests.ts';

export async function openCloudStage(cloud: CloudAddress): Promise<Stage> {
  const front = await cloudFront(cloud);
  const home = await arrangeHome(front);
  return { front, home };
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
