import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bootPlugin } from './bootPlugin';
import { workerPlugin } from './workerPlugin';

export default defineConfig({
  // The server serves the built app under this path, beside the API.
  base: '/app/',
  plugins: [react(), bootPlugin(), workerPlugin()],
  build: { target: ['es2022', 'safari16', 'chrome100'], outDir: 'dist', sourcemap: false },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
});
