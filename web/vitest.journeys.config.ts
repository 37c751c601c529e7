import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

const installed = (name: string) => join(import.meta.dirname, 'node_modules', name);

/** The last line is for machines: how many journeys passed and failed. */
const tally: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.ok() && test.result().state === 'passed').length;
    const broken = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    ).length;
    console.log(`journeys: ${passed} passed, ${tests.length - passed + broken} failed`);
  },
};

export default defineConfig({
  root: join(import.meta.dirname, '../tests/journeys'),
  resolve: {
    alias: {
      '@': join(import.meta.dirname, 'src'),
      'playwright-core': installed('playwright-core'),
      'axe-core': installed('axe-core'),
    },
  },
  test: {
    include: ['*.spec.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    reporters: ['default', tally],
  },
});
