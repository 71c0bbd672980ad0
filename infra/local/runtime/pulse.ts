/** When a stream is looked at again: soon after something was written, and seldom while nothing is. */

export type Pulse = {
  /** Something was written, or somebody waits: whoever rests looks at once. */
  wake(): void;
  /** Resolves when it is time for another look, or at the signal. */
  rest(signal: AbortSignal): Promise<void>;
};

/** In milliseconds. A record may come some time after the write that it tells of was answered. */
const AWAKE_FOR = 150;
const REST_WHEN_AWAKE = 25;
const REST_WHEN_QUIET = 250;

export function createPulse(): Pulse {
  const resting = new Set<() => void>();
  let awakeUntil = Number.NEGATIVE_INFINITY;
  return {
    wake() {
      awakeUntil = performance.now() + AWAKE_FOR;
      for (const end of [...resting]) end();
    },
    rest(signal) {
      if (signal.aborted) return Promise.resolve();
      return new Promise(resolve => {
        const isAwake = performance.now() < awakeUntil;
        const end = () => {
          clearTimeout(timer);
          resting.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, isAwake ? REST_WHEN_AWAKE : REST_WHEN_QUIET);
        signal.addEventListener('abort', end);
        if (!isAwake) resting.add(end);
      });
    },
  };
}
