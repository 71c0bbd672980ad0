/**
 * Where Lambda code lies while it runs: a copy outside the repository, as in Lambda's own /var/task, so that
 * neither our package.json nor our node_modules help a bundle that could not stand alone in AWS.
 */
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export type CodeStore = {
  /** Copies an asset's directory once and says where to. */
  unpack(assetDirectory: string): string;
  remove(): void;
};

export function createCodeStore(): CodeStore {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'tenantry-local-'));
  return {
    unpack(assetDirectory) {
      const target = join(root, basename(assetDirectory));
      if (!existsSync(target)) cpSync(assetDirectory, target, { recursive: true });
      return target;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
