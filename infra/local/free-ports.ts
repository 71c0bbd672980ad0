/** Ports for a copy of the local cloud that nobody needs to know beforehand, such as a test's. */
import { randomInt } from 'node:crypto';
import { choosePorts, type Ports, requireFreePorts } from './servers/ports.ts';

/** Below the range from which systems take ports for outgoing connections. */
const LOWEST = 10_000;
const HIGHEST = 30_000;

/** A row of ports that are all free now. */
export async function freePorts(tries = 20): Promise<Ports> {
  const ports = choosePorts({ portBase: randomInt(LOWEST, HIGHEST) });
  try {
    await requireFreePorts(ports);
    return ports;
  } catch (error) {
    if (tries === 0) throw error;
    return freePorts(tries - 1);
  }
}
