import { defineConfig } from '@playwright/test';

/**
 * The real program on a private desktop. One at a time, since a tray, a clock
 * and a display are shared things; no second attempt, since a test that passes
 * at its second attempt has found something.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: 'docs/gallery/{arg}{ext}',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/report.json' }]],
});
