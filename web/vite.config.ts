import { join } from 'node:path';
import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { lighterFont } from './tools/font.ts';
import { firstFilesEarly } from './tools/first-files.ts';
import { messages } from './tools/messages.ts';
import { offline } from './tools/offline.ts';

const server = process.env.WAYMARK_URL ?? 'http://127.0.0.1:8080';

/** What lies in these folders of ours, but not deeper. */
const folders = (...names: string[]) => new RegExp(`/src/(${names.join('|')})/[^/]+$`);

// Two chunks for the first visit: libraries and the frame. What several pages share is cut into few pieces, by what is shown
// together: each piece more is a question that a slow line waits for. A piece takes along what it needs, so the lowest folders
// come first; of the higher ones only what several pages share.
const initial = ['$initial' as const];
const chunks = [
  { name: 'vendor', tags: initial, test: /node_modules/, priority: 30 },
  { name: 'app', tags: initial, priority: 20 },
  { name: 'marks', test: folders('lib', 'ui', 'ui/marks'), priority: 18 },
  {
    name: 'charts',
    test: /\/src\/ui\/charts\/|\/d3-(array|path|shape|time)\//,
    minShareCount: 3,
    priority: 17,
  },
  {
    name: 'parts',
    test: folders('features/okr/parts', 'features/okr/key_result'),
    minShareCount: 4,
    priority: 15,
  },
  { name: 'overview', test: folders('features/okr/filter'), minShareCount: 3, priority: 14 },
  {
    name: 'shared',
    entriesAware: true,
    entriesAwareMergeThreshold: 12_000,
    minSize: 8_000,
    test: /node_modules[\\/](@mantine|d3-[a-z]+|internmap|@floating-ui|@tanstack|react-[a-z-]+)[\\/]/,
    priority: 10,
  },
];

export default defineConfig({
  plugins: [messages(), react(), offline(), firstFilesEarly(), lighterFont()],
  resolve: { alias: { '@': join(import.meta.dirname, 'src') } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // All styles are 24 kB: less than the waiting for a sheet of each page.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunks },
        // What several pages share is named after all of them; boot.js says such names, so they are kept short.
        chunkFileNames: ({ name }) =>
          `assets/${name.includes('~') ? name.slice(0, name.indexOf('~')) : name}-[hash].js`,
      },
    },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: true } } },
});
