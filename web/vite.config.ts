import { join } from 'node:path';
import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { messages } from './tools/messages.ts';
import { offline } from './tools/offline.ts';

const server = process.env.WAYMARK_URL ?? 'http://127.0.0.1:8080';

// Three chunks for the first visit (libraries, the frame, nothing else); what several pages share comes in one more.
const initial = ['$initial' as const];
const chunks = [
  { name: 'vendor', tags: initial, test: /node_modules/, priority: 30 },
  { name: 'app', tags: initial, priority: 20 },
  {
    name: 'shared',
    entriesAware: true,
    entriesAwareMergeThreshold: 24_000,
    minSize: 8_000,
    test: /node_modules[\\/](@mantine|d3-[a-z]+|internmap|@floating-ui|@tanstack|react-[a-z-]+)[\\/]/,
    priority: 10,
  },
];

export default defineConfig({
  plugins: [messages(), react(), offline()],
  resolve: { alias: { '@': join(import.meta.dirname, 'src') } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: true } } },
});
