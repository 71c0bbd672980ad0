/** Where the build has put what is deployed. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Construct } from 'constructs';

const key = 'built';

/** The folder of the build, known to every construct of the app. */
export function builtContext(folder = resolve(import.meta.dirname, '../../dist')): Record<string, string> {
  return { [key]: folder };
}

/** A Lambda's folder. */
export function bundlePath(scope: Construct, name: string): string {
  return builtPath(scope, 'functions', name);
}

/** The console's folder. */
export function consolePath(scope: Construct): string {
  return builtPath(scope, 'console');
}

function builtPath(scope: Construct, ...path: string[]): string {
  const found = join(scope.node.getContext(key), ...path);
  if (!existsSync(found)) throw new Error(`${found} is missing: run "npm run build" first`);
  return found;
}
