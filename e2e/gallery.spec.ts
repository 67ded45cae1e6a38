import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { WindowName } from '../electron/core/contract.ts';
import { windowSizes } from '../electron/shell/window-sizes.ts';
import { serveGallery } from './gallery/serve-gallery.ts';
import { type Desktop, startDesktop } from './harness/desktop.ts';
import { projectRoot } from './harness/program.ts';

/** Every picture has the same moment in it. */
const MOMENT = new Date('2026-03-12T09:41:00Z');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** For looking at a few: a part of their names. */
const only = process.env.GALLERY_ONLY ?? '';

const schemes = ['light', 'dark'] as const;
/** Nothing of the machine in the picture: no hinting, no subpixels, no colour profile. */
const plainDrawing = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-gpu',
];

let desktop: Desktop;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let app: ElectronApplication;
let page: Page;
/** A page that throws is blank, and blank looks the same every time. */
const crashes: string[] = [];

test.beforeAll(async () => {
  [desktop, gallery] = await Promise.all([startDesktop({ keychain: false, trayHost: false }), serveGallery()]);
  app = await _electron.launch({
    args: [...plainDrawing, join(projectRoot, 'e2e/gallery/app')],
    env: {
      ...desktop.env,
      GALLERY_URL: gallery.url,
      TZ: 'UTC',
      ...(process.env.ELECTRON_OVERRIDE_DIST_PATH && {
        ELECTRON_OVERRIDE_DIST_PATH: process.env.ELECTRON_OVERRIDE_DIST_PATH,
      }),
    },
    chromiumSandbox: true,
    timeout: 60_000,
  });
  page = await app.firstWindow();
  page.on('pageerror', (error) => crashes.push(`${page.url()}: ${error.message}`));
  await page.clock.setFixedTime(MOMENT);
});

/** Another Chromium draws other letters. The pictures say which one they are of. */
async function checkRuntime(): Promise<void> {
  const drawnBy = `Electron ${await app.evaluate(() => process.versions.electron)}`;
  const file = join(projectRoot, 'docs/gallery/drawn-by.txt');
  if (test.info().config.updateSnapshots === 'all') writeFileSync(file, `${drawnBy}\n`);
  const known = readFileSync(file, 'utf8').trim();
  test.skip(known !== drawnBy, `the pictures are of ${known}, and this is ${drawnBy}`);
}

test.afterAll(async () => {
  await app?.close();
  await gallery?.close();
  await desktop?.close();
});

async function scenes(): Promise<readonly { name: string; window: WindowName }[]> {
  await page.goto(gallery.url);
  return JSON.parse(await page.title());
}

/** Shows one scene and waits until nothing of it is on the way any more. */
async function show(name: string): Promise<void> {
  await page.goto(`${gallery.url}?${name}`);
  await page.evaluate(() => document.fonts.ready);
  // Some marks come late on purpose, the last of them after 150 ms.
  await page.waitForFunction(() => Number(document.timeline.currentTime) > 400);
}

async function seriousFaults(): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`));
}

test('the judge of accessibility sees what is wrong', async () => {
  await page.goto(`${gallery.url}?popover-active`);
  await page.evaluate(() => document.body.append(document.createElement('button')));
  expect(await seriousFaults()).toEqual([expect.stringContaining('button-name')]);
});

for (const scheme of schemes) {
  test(`every screen in ${scheme} looks as it did, and is accessible`, async () => {
    await checkRuntime();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const all = await scenes();
    expect(all.length).toBeGreaterThan(30);
    for (const { name, window } of all.filter((scene) => scene.name.includes(only))) {
      await page.setViewportSize(windowSizes[window]);
      await show(name);
      await expect.soft(page, name).toHaveScreenshot(`${name}-${scheme}.png`, { maxDiffPixels: 40 });
      expect.soft(crashes.splice(0)).toEqual([]);
      expect.soft(await seriousFaults(), `${name} in ${scheme}`).toEqual([]);
    }
  });
}
