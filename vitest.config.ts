import { defineConfig } from 'vitest/config';

/** A machine that is busy with something else is slow, not broken: this only ends what hangs. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Layers by file name: `.test.ts` runs anywhere; `.contract.test.ts` needs a session bus with a keychain; `.conformance.test.ts` reads ../shared/conformance. */
export default defineConfig({
  test: {
    // vitest leaves one core alone, of two that is half; what takes long here is waiting.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          name: 'unit',
          setupFiles: ['renderer/fakes/patience.ts'],
          include: ['{electron,renderer,scripts,bench,scorecard}/**/*.test.{ts,tsx}', 'e2e/sandbox/**/*.test.ts'],
          exclude: ['**/*.contract.test.ts', '**/*.conformance.test.ts', '**/node_modules/**'],
          // A process for each file costs more than the tests in it. Nothing here keeps state in a module, mocks one, or changes what all share.
          isolate: false,
        },
      },
      { test: { ...patience, name: 'contract', include: ['{electron,scripts,scorecard,e2e}/**/*.contract.test.ts'] } },
      { test: { ...patience, name: 'conformance', include: ['{electron,e2e}/**/*.conformance.test.ts'] } },
    ],
  },
});
