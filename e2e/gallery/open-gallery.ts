import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, ImpactValue } from 'axe-core';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { WindowName } from '../../electron/core/contract.ts';
import type { Size } from '../../electron/shell/placement.ts';
import { windowSizes } from '../../electron/shell/window-sizes.ts';
import { startDesktop } from '../harness/desktop.ts';
import { projectRoot } from '../harness/program.ts';
import { serveGallery } from './serve-gallery.ts';

/** Every picture has the same moment in it. */
const MOMENT = new Date('2026-03-12T09:41:00Z');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing of the machine in the picture: no hinting, no subpixels, no colour profile. */
const plainDrawing = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-gpu',
];

/** Every scene of `renderer/fakes/`, in one window of the program's own Electron. */
export interface Gallery {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What time it is in every picture. */
  readonly moment: Date;
  readonly scenes: readonly { readonly name: string; readonly window: WindowName }[];
  /** Shows one scene, in a window of at most that size, and waits until nothing of it is on the way any more. */
  show(name: string, most?: Size): Promise<void>;
  /** What the pages threw since it was last asked. A page that throws is blank, and blank looks the same every time. */
  crashes(): string[];
  /** What axe finds wrong with what is shown; by default by all of its rules. */
  faults(options?: {
    readonly rules?: readonly string[];
    readonly impacts?: readonly ImpactValue[];
  }): Promise<string[]>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const [desktop, served] = await Promise.all([startDesktop({ keychain: false, trayHost: false }), serveGallery()]);
  const app = await _electron.launch({
    args: [...plainDrawing, join(projectRoot, 'e2e/gallery/app')],
    env: {
      ...desktop.env,
      GALLERY_URL: served.url,
      TZ: 'UTC',
      ...(process.env.ELECTRON_OVERRIDE_DIST_PATH && {
        ELECTRON_OVERRIDE_DIST_PATH: process.env.ELECTRON_OVERRIDE_DIST_PATH,
      }),
    },
    chromiumSandbox: true,
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(`${page.url()}: ${error.message}`));
  await page.clock.setFixedTime(MOMENT);
  await page.goto(served.url);
  const scenes: Gallery['scenes'] = JSON.parse(await page.title());
  return {
    app,
    page,
    moment: MOMENT,
    scenes,
    async show(name, most) {
      const scene = scenes.find((one) => one.name === name);
      if (!scene) throw new Error(`there is no scene ${name}`);
      const size = windowSizes[scene.window];
      await page.setViewportSize({
        width: Math.min(size.width, most?.width ?? size.width),
        height: Math.min(size.height, most?.height ?? size.height),
      });
      await page.goto(`${served.url}?${name}`);
      await page.evaluate(settled);
    },
    crashes: () => thrown.splice(0),
    async faults({ rules, impacts } = {}) {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
      const violations = await page.evaluate(async (values) => {
        const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
        const found = await axe.run({
          resultTypes: ['violations'],
          ...(values && { runOnly: { type: 'rule', values } }),
        });
        // A list that opens over the page belongs to its field, and to that field's landmark.
        const inOpenList = (target: unknown) => document.querySelector(String(target))?.closest('[role="listbox"]');
        // A line of the list is labelled by its first words; what stands beside them its name says in full.
        const beginsWithLabel = (target: unknown) => {
          const line = document.querySelector('.list')?.querySelector(String(target));
          const label = line?.querySelector('.row-name, .list-heading-label')?.textContent;
          return label && line?.ariaLabel?.startsWith(`${label},`);
        };
        return found.violations.map(({ nodes, ...rest }) => ({
          ...rest,
          nodes: nodes.filter(({ target }) => {
            if (rest.id === 'region') return !inOpenList(target);
            return rest.id !== 'label-content-name-mismatch' || !beginsWithLabel(target);
          }),
        }));
      }, rules);
      return violations
        .filter(({ impact }) => impacts === undefined || impacts.includes(impact ?? null))
        .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`));
    },
    async close() {
      await app.close();
      await served.close();
      await desktop.close();
    },
  };
}

/** For looking at a few: a part of their names. */
export const wanted = (name: string): boolean => name.includes(process.env.GALLERY_ONLY ?? '');

/** Nothing was drawn anew for a while, and what moves in or comes late on purpose is where it will be. */
async function settled(): Promise<void> {
  const QUIET_MS = 80;
  await document.fonts.ready;
  await new Promise<void>((resolve) => {
    let timer = setTimeout(resolve, QUIET_MS);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, QUIET_MS);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  await new Promise(requestAnimationFrame);
}
