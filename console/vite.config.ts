/** Builds the console into dist/console: static files, served as they are. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bareRoutes } from './bare-routes.config.ts';
import { templates } from './templates.config.ts';
import { themeCss } from './theme/theme-css.ts';

const packages = join(import.meta.dirname, '../node_modules');

/** Of the words, what `texts.ts` includes: those of an area come with its pages, and so does what is read of users alone. */
const everywhere =
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|zod)\/|console\/(api\/(?!user-)|state\/)|console\/texts\/texts\.ts|shared\/contract\/(routes|request|ids|roles)\.ts/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themeCss(), bareRoutes(), templates()],
  resolve: {
    alias: [
      { find: 'react-remove-scroll', replacement: join(import.meta.dirname, 'ui/no-remove-scroll.tsx') },
      // Its exports lead to the edition with warnings for developers, whatever is built.
      { find: /^react-router$/, replacement: join(packages, 'react-router/dist/production/index.mjs') },
    ],
  },
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // The first browsers that know light-dark(), which cannot be written for older ones.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // Pictures and fonts come from files: the policy lets nothing else in.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The base, before compression; what counts is kept by a test.
    chunkSizeWarningLimit: 600,
    // What every page needs, in one file: many small ones compress badly and ask often.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: everywhere }] } } },
  },
  server: { proxy: { '/v1': process.env.TENANTRY_API ?? 'http://localhost:4000' } },
});
