/**
 * The local cloud's clock: the machine's, moved forward by an offset that servers, schedules and every Lambda
 * share. The offset lies in shared memory, so that a running worker sees a move at once.
 */
export type Clock = {
  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number;
  /** Moves the clock forward; it never goes back, as no clock in AWS does. */
  advance(seconds: number): void;
  /** Tells when the clock was moved. Returns how to stop listening. */
  onMove(listener: () => void): () => void;
  /** What a worker needs to read the same time (see `shiftDate`). */
  readonly offset: SharedArrayBuffer;
};

export function createClock(): Clock {
  const offset = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const milliseconds = new BigInt64Array(offset);
  const listeners = new Set<() => void>();
  return {
    offset,
    now: () => Date.now() + Number(Atomics.load(milliseconds, 0)),
    advance(seconds) {
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new RangeError('The clock moves forward only: give a number of seconds of 0 or more');
      }
      Atomics.add(milliseconds, 0, BigInt(Math.round(seconds * 1000)));
      for (const listener of listeners) listener();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Makes this thread's `Date` tell the time of a clock whose offset is given. */
export function shiftDate(offset: SharedArrayBuffer): void {
  const milliseconds = new BigInt64Array(offset);
  const RealDate = Date;
  const now = () => RealDate.now() + Number(Atomics.load(milliseconds, 0));
  const ShiftedDate = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = ShiftedDate;
  globalThis.Date = ShiftedDate;
}
