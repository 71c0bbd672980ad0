/** Reads a table to its end, in a process of its own, and tells what that took. */
import { readFileSync } from 'node:fs';
import { openSheet } from '../../shared/adapters/sheets/open-sheet.ts';
import { mostToImport } from '../../shared/contract/imports.ts';

/** In MiB. Linux counts the parent's in `maxRSS`, and has our own elsewhere. */
function peakMemory(): number {
  try {
    const [, own] = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Math.round(Number(own) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}

const opened = await openSheet(process.argv[2] ?? '', mostToImport);
if (!opened.ok) throw new Error(`It is refused: ${opened.reason}`);
let rows = 0;
for await (const page of opened.sheet.rows()) {
  if (!page.ok) throw new Error(`It is refused: ${page.reason}`);
  rows += page.rows.length;
}
await opened.sheet.close();
const { user, system } = process.cpuUsage();
process.send?.({
  rows,
  peakMegabytes: peakMemory(),
  processorSeconds: Math.round((user + system) / 1e5) / 10,
});
