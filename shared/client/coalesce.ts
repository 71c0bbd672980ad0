/** Questions that are asked in one turn of the event loop travel together. */
import type { Question, Verdict } from './questions.ts';
import type { Asker } from './tenantry.ts';

/** So many a request takes. */
const mostTogether = 100;

type Waiting = { question: Question; answer(verdict: Verdict): void; fail(error: unknown): void };
type AskMany = (asker: Asker, questions: readonly Question[]) => Promise<readonly Verdict[]>;

/** One question at a time, by way of many at once: those of one asker. */
export function coalescing(askMany: AskMany): (asker: Asker, question: Question) => Promise<Verdict> {
  const waiting = new Map<string, Waiting[]>();
  const leave = async (asker: Asker, name: string) => {
    const all = waiting.get(name) ?? [];
    waiting.delete(name);
    for (let from = 0; from < all.length; from += mostTogether)
      await travel(askMany, asker, all.slice(from, from + mostTogether));
  };
  return (asker, question) =>
    new Promise((answer, fail) => {
      const name = JSON.stringify(asker);
      const others = waiting.get(name);
      others?.push({ question, answer, fail });
      if (others) return;
      waiting.set(name, [{ question, answer, fail }]);
      setTimeout(leave, 0, asker, name);
    });
}

async function travel(askMany: AskMany, asker: Asker, together: readonly Waiting[]): Promise<void> {
  try {
    const verdicts = await askMany(
      asker,
      together.map(({ question }) => question),
    );
    for (const [i, { answer, fail }] of together.entries()) {
      const verdict = verdicts[i];
      if (verdict) answer(verdict);
      else fail(new Error('A question was not answered'));
    }
  } catch (error) {
    for (const { fail } of together) fail(error);
  }
}
