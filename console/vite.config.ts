/** Builds the console into dist/console: static files, served as they are. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { themeCss } from './theme/theme-css.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themeCss()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // The first browsers that know light-dark(), which cannot be written for older ones.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // Pictures and fonts come from files: the policy lets nothing else in.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': process.env.TENANTRY_API ?? 'http://localhost:4000' } },
});
