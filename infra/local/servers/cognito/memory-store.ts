/** The store that cognito-local keeps pools, clients and users in: plain objects, gone with the process. */
import type { DataStore } from 'cognito-local/lib/services/dataStore/dataStore.js';
import type { DataStoreFactory } from 'cognito-local/lib/services/dataStore/factory.js';

type Branch = Record<string, unknown>;

export const memoryStores: DataStoreFactory = {
  create: async (_context, _id, defaults) => memoryStore(structuredClone(defaults) as Branch),
};

function memoryStore(root: Branch): DataStore {
  const parentOf = (path: readonly string[]) =>
    path.slice(0, -1).reduce<Branch>((branch, key) => {
      branch[key] ??= {};
      return branch[key] as Branch;
    }, root);
  return {
    // The store's own signature promises whatever type the caller names.
    get: async <T>(_context: unknown, key: string | string[], otherwise?: T) => {
      const path = [key].flat();
      return (parentOf(path)[path.at(-1) ?? ''] ?? otherwise ?? null) as T;
    },
    getRoot: async <T>() => root as T,
    async set(_context, key, value) {
      const path = [key].flat();
      parentOf(path)[path.at(-1) ?? ''] = value;
    },
    async delete(_context, key) {
      const path = [key].flat();
      delete parentOf(path)[path.at(-1) ?? ''];
    },
  };
}
