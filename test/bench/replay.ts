/** Answers of the world, recorded once and then given again at once: what is left is our own time. */
import type { Around, Call } from '../world/around.ts';

export type Replay = {
  /** Around the world's ports: lets calls through and remembers their answers, until it is rewound. */
  readonly around: Around;
  /** From here on the same calls are answered from memory, beginning with the first. */
  rewind(): void;
};

export function replay(): Replay {
  const recorded = new Map<Call, unknown[]>();
  let left: Map<Call, unknown[]> | undefined;
  return {
    around: async <T>(call: Call, run: () => Promise<T>) => {
      if (left) return nextOf(left, call) as T; // what the same call gave before
      const answer = await run();
      recorded.set(call, [...(recorded.get(call) ?? []), answer]);
      return answer;
    },
    rewind: () => {
      left = new Map([...recorded].map(([call, answers]) => [call, [...answers]]));
    },
  };
}

function nextOf(left: Map<Call, unknown[]>, call: Call): unknown {
  const answers = left.get(call) ?? [];
  if (answers.length === 0) throw new Error(`${call} was not asked, or not as often, when it was recorded`);
  return answers.shift();
}
