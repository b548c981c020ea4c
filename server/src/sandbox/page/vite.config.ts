import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Relative addresses: the page works wherever the server mounts it. No data: URLs, for a strict CSP. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../../dist/sandbox-page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
