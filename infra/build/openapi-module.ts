/** Makes `import openapi from 'virtual:openapi'` mean the document that the contract's table gives. */
import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vite';
import { openapiDocument } from './openapi.ts';

const specifier = 'virtual:openapi';

/** For the Lambdas' bundles. */
export const openapiForEsbuild: EsbuildPlugin = {
  name: 'openapi',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${specifier}$`) }, ({ path }) => ({ path, namespace: 'openapi' }));
    onLoad({ filter: /.*/, namespace: 'openapi' }, () => ({
      contents: JSON.stringify(openapiDocument()),
      loader: 'json',
    }));
  },
};

/** The same for the tests. */
export const openapiForVite: VitePlugin = {
  name: 'openapi',
  resolveId: id => (id === specifier ? `\0${specifier}` : undefined),
  load: id => (id === `\0${specifier}` ? `export default ${JSON.stringify(openapiDocument())};` : undefined),
};
