/**
 * How long processes that we have started have kept a processor busy: of that other processes take nothing, however busy the
 * machine is.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tick = 10;

/** Of those with such a name, in milliseconds; undefined where the system does not tell it in files. */
function processorTimeOf(name: string): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const all = readdirSync('/proc').filter(entry => /^\d+$/.test(entry));
  const times = all.flatMap(id => timeIn(statOf(id), name) ?? []);
  return times.reduce((sum, time) => sum + time, 0);
}

function statOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return ''; // It has just ended.
  }
}

/** Behind the name in brackets stand state, parent, and as the 12th and 13th what it has used. */
function timeIn(stat: string, name: string): number | undefined {
  const [, called, rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
  const facts = rest.split(' ');
  if (called !== name || Number(facts[1]) !== process.pid) return undefined;
  return (Number(facts[11]) + Number(facts[12])) * tick;
}

/** With what DynamoDB Local has done for it, where that can be known. */
export async function withServer<T extends { processor: number }>(run: () => Promise<T>): Promise<T> {
  const before = processorTimeOf('java') ?? 0;
  const ran = await run();
  return { ...ran, processor: ran.processor + (processorTimeOf('java') ?? 0) - before };
}
