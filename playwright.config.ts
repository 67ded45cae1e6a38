import { defineConfig } from '@playwright/test';

/** What draws scenes from fakes; it keeps one core busy. */
const screens = ['accessibility.spec.ts', 'gallery.spec.ts'];

/**
 * The real program on a private desktop. Two side by side, since it mostly waits
 * for other processes; the screens first, since they take longest. No second
 * attempt, since a test that passes at its second attempt has found something.
 * What a test must keep to beside another: e2e/README.md.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: 'docs/gallery/{arg}{ext}',
  workers: 2,
  projects: [
    { name: 'screens', testMatch: screens, workers: 1 },
    { name: 'program', testMatch: '*.spec.ts', testIgnore: screens },
  ],
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  // A machine that is busy with something else is slow, not broken: this only ends what hangs.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/report.json' }]],
});
