import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { run } from './processes.ts';
import { createPlace, type LaunchOptions, launch, type Place, type PlaceOptions, type Program } from './program.ts';

interface Fixtures {
  /** A home without a program in it, ended with the test. */
  readonly place: (options?: PlaceOptions) => Promise<Place>;
  /** A program of its own, ended with the test. */
  readonly program: (options?: PlaceOptions & LaunchOptions) => Promise<Program>;
}

/** Playwright's `test`, with programs that are started on demand and leave pictures and words behind when it fails. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used; none are.
  place: async ({}, use, info) => {
    const places: Place[] = [];
    await use(async (options) => {
      const place = await createPlace(options);
      places.push(place);
      return place;
    });
    for (const place of places) {
      if (info.status !== info.expectedStatus) {
        const path = join(info.outputDir, 'desktop.png');
        await run('import', ['-window', 'root', path], { env: { ...place.env } });
        info.attachments.push({ name: 'desktop', path, contentType: 'image/png' });
        const body = Buffer.from(JSON.stringify(place.sandbox.requests(), null, 2));
        await info.attach('requests to AWS', { body, contentType: 'application/json' });
      }
      // The command may have started a program of its own.
      await place.cli(['quit']);
      await place.close();
    }
  },
  program: async ({ place }, use, info) => {
    const programs: Program[] = [];
    await use(async (options = {}) => {
      const program = await launch(await place(options), options);
      programs.push(program);
      return program;
    });
    for (const program of programs) {
      if (info.status !== info.expectedStatus) {
        for (const [at, page] of program.app.windows().entries()) {
          const path = join(info.outputDir, `window-${at}.png`);
          await page.screenshot({ path, timeout: 2000 }).catch(() => undefined);
          info.attachments.push({ name: page.url(), path, contentType: 'image/png' });
        }
        await info.attach('what the program said', { body: program.output() });
      }
      await program.quit();
    }
  },
});

export { expect } from '@playwright/test';
