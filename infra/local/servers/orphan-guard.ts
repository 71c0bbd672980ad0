/**
 * A child process that must not outlive us, even when we are killed with SIGKILL: a shell of a few kilobytes waits
 * for its input to end, which the system does for us when we are gone, and then kills the child.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

const waitThenKill = 'read -r _; kill -9 "$1" 2>/dev/null';

/** Guards a child. Returns how to let go, which must be called when the child is dead: its id may be reused. */
export function guard(child: ChildProcess): () => void {
  // Windows has no such shell; there a killed parent leaves its child to the task manager.
  if (child.pid === undefined || process.platform === 'win32') return () => undefined;
  const shell = spawn('/bin/sh', ['-c', waitThenKill, 'guard', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C in the terminal must not take the guard away before its time.
    detached: true,
  });
  shell.on('error', () => undefined);
  shell.unref();
  (shell.stdin as Socket | null)?.unref();
  return () => shell.kill('SIGKILL');
}
