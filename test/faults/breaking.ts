/** Ways in which a call of a port goes wrong. */
import type { Around, Call } from '../world/around.ts';

/** Before it takes effect, or after: then nobody is told that it did. */
export type Moment = 'before' | 'after';

/** `dies`: the Lambda is gone, and nothing it would do next happens. `fails`: only this one call throws. */
export type Manner = 'dies' | 'fails';

export type Break = { around: Around /** Every call that was made. */; calls: Call[] };

/** Breaks the call with that number, counted from 1. */
export function breakAt(number: number, moment: Moment, manner: Manner): Break {
  const calls: Call[] = [];
  let dead = false;
  const broken = (call: Call) => {
    dead = manner === 'dies';
    return Object.assign(new Error(`${call} was broken`), { name: 'TimeoutError' });
  };
  const around: Around = async (call, run) => {
    if (dead) throw broken(call);
    calls.push(call);
    const mine = calls.length === number;
    if (mine && moment === 'before') throw broken(call);
    const result = await run();
    if (mine) throw broken(call);
    return result;
  };
  return { around, calls };
}

/** Does something before the commit of that number. */
export function beforeCommit(number: number, deed: () => Promise<unknown>): Around {
  let commits = 0;
  return async (call, run) => {
    if (call === 'directory.commit' && ++commits === number) await deed();
    return run();
  };
}
