import { join } from 'node:path';
import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { lighterFont } from './tools/font.ts';
import { firstFilesEarly } from './tools/first-files.ts';
import { messages } from './tools/messages.ts';
import { offline } from './tools/offline.ts';

const server = process.env.WAYMARK_URL ?? 'http://127.0.0.1:8080';

/** Sources and libraries that go into one file together: `folder/names` of ours, a name of a library otherwise. */
const together = (...names: string[]) => new RegExp(`/(src|node_modules)/(${names.join('|')})(?![a-zA-Z-])`);

// Two chunks for the first visit: libraries and the frame. What several pages share is cut into few pieces, by what is shown
// together: each piece more is a question that a slow line waits for.
const initial = ['$initial' as const];
const chunks = [
  { name: 'vendor', tags: initial, test: /node_modules/, priority: 30 },
  { name: 'app', tags: initial, priority: 20 },
  {
    name: 'marks',
    test: together(
      'lib/(address|chosen|draft|formats?|printing|use-chosen)',
      'ui/(marks/(Confidence|KeyResultBar|Mark|StandingMark|StatusMark|standing-text)|form/FormProblem)',
      'ui/(Explained|PageHead|SentenceTitle|TabLinks)',
      'features/okr/(home/MyWeek.module|parts/(AdviceList|Opening|team-tree|use-act))',
      'features/okr/key_result/(KeyResultMeasure|KeyResultRow|changed-field|measure-text)',
    ),
    priority: 16,
  },
  {
    name: 'charts',
    test: together(
      'd3-(array|path|shape|time)',
      'ui/charts/(ChartFrame|Grid|TrajectoryChart|chart-export|scale|trajectory|use-width)',
      'features/okr/key_result/KeyResultChart',
    ),
    priority: 15,
  },
  {
    name: 'overview',
    test: together(
      'features/okr/(filter/(FilterBar|filter|search|tree|use-(folds|groups|overview|view-writes))|overview/Overview)',
    ),
    priority: 14,
  },
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
