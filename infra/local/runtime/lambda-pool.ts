/** The threads of one Lambda. Each serves one event at a time; when all are busy, events wait their turn. */
import type { Ask, Outcome } from './lambda-messages.ts';
import type { Thread } from './lambda-thread.ts';

export type Pool = {
  run(question: Ask): Promise<Outcome>;
  stop(): Promise<void>;
};

export function createPool(start: () => Thread, maximum: number): Pool {
  const idle: Thread[] = [];
  const threads = new Set<Thread>();
  const queue: ((thread: Thread) => void)[] = [];

  const add = () => {
    const thread = start();
    threads.add(thread);
    return thread;
  };

  const takeIdle = (): Thread | undefined => {
    const thread = idle.pop();
    if (thread === undefined || thread.alive()) return thread;
    threads.delete(thread);
    return takeIdle();
  };

  const take = async (): Promise<Thread> => {
    const thread = takeIdle() ?? (threads.size < maximum ? add() : undefined);
    return thread ?? new Promise(resolve => queue.push(resolve));
  };

  const giveBack = (thread: Thread) => {
    if (!thread.alive()) threads.delete(thread);
    const next = queue.shift();
    if (next !== undefined) next(thread.alive() ? thread : add());
    else if (thread.alive()) idle.push(thread);
  };

  return {
    async run(question) {
      const thread = await take();
      try {
        return await thread.ask(question);
      } finally {
        giveBack(thread);
      }
    },
    async stop() {
      await Promise.all(Array.from(threads, thread => thread.stop()));
    },
  };
}
