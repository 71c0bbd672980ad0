/** Batches. DynamoDB may do part of one and hand the rest back, which is asked for again after a while. */
import { pause } from './pause.ts';

/** Throws, as an outage, when there is still a rest after some tries. */
export async function wholeBatch<T>(
  batch: readonly T[],
  ask: (left: readonly T[]) => Promise<readonly T[] | undefined>,
): Promise<void> {
  let left: readonly T[] | undefined = batch;
  for (let attempt = 0; left?.length; attempt++) {
    if (attempt === 10)
      throw Object.assign(new Error('DynamoDB kept back part of a batch'), { name: 'ThrottlingException' });
    if (attempt > 0) await pause(attempt - 1);
    left = await ask(left);
  }
}
