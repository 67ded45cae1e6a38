import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Gallery, openGallery, wanted } from './gallery/open-gallery.ts';
import { projectRoot } from './harness/program.ts';

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery?.close());

/** Another Chromium draws other letters. The pictures say which one they are of. */
async function checkRuntime(): Promise<void> {
  const drawnBy = `Electron ${await gallery.app.evaluate(() => process.versions.electron)}`;
  const file = join(projectRoot, 'docs/gallery/drawn-by.txt');
  if (test.info().config.updateSnapshots === 'all') writeFileSync(file, `${drawnBy}\n`);
  const known = readFileSync(file, 'utf8').trim();
  test.skip(known !== drawnBy, `the pictures are of ${known}, and this is ${drawnBy}`);
}

test('every screen looks as it did, light and dark', async () => {
  test.setTimeout(900_000);
  await checkRuntime();
  const { page, scenes, show, crashes } = gallery;
  expect(scenes.length).toBeGreaterThan(30);
  for (const { name } of scenes.filter((scene) => wanted(scene.name))) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await show(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.soft(page, name).toHaveScreenshot(`${name}-${colorScheme}.png`, { maxDiffPixels: 40 });
    }
    expect.soft(crashes()).toEqual([]);
  }
});
