import { chromium, type Page } from 'playwright';
import type { Figure } from '../figure.ts';
import { signedInProgram } from '../lib/signed-in-program.ts';
import { untilAnswer } from '../lib/until.ts';
import type { Rig } from '../rig.ts';

const FRAMES = 240;
const organization = '100x5';

/** The settings window of a program that is signed in, reached by the debugging port, which only a clone opens. */
function settingsWindow(rig: Rig): Promise<Page> {
  return rig.shared('settings window', async () => {
    const program = await signedInProgram(rig, organization, ['--remote-debugging-port=0']);
    const { child } = program;
    const address = await untilAnswer(
      'the debugging port',
      child,
      () => /ws:\/\/\S+/.exec(child.complaints())?.[0],
      50,
    );
    const browser = await chromium.connectOverCDP(address);
    rig.cleanup.add(() => browser.close());
    await program.call('showSettings', { section: 'identity-center' });
    const pages = () => browser.contexts().flatMap((context) => context.pages());
    const page = await untilAnswer(
      'the window',
      child,
      () => pages().find((one) => one.url().endsWith('/settings.html')),
      50,
    );
    await page.getByRole('button', { name: 'Import…' }).waitFor();
    return page;
  });
}

/** As text: what compiles this file leaves marks in functions that a page does not know. */
const countFrames = `new Promise((resolve) => {
  const taken = [];
  let before;
  requestAnimationFrame(function frame(at) {
    if (before !== undefined) taken.push(at - before);
    before = at;
    if (taken.length < ${FRAMES}) requestAnimationFrame(frame);
    else resolve(taken);
  });
})`;

/** Milliseconds from one frame of the window to the next. */
const frames = (page: Page): Promise<number[]> => page.evaluate<number[]>(countFrames);

export const framesAtRest: Figure = {
  name: 'frames-at-rest',
  what: 'a frame of the settings window, nothing happening',
  unit: 'ms',
  measure: async (rig) => frames(await settingsWindow(rig)),
};

export const framesImporting: Figure = {
  name: 'frames-importing',
  what: 'a frame of it while an organisation is read',
  unit: 'ms',
  floor: framesAtRest.name,
  async measure(rig) {
    const page = await settingsWindow(rig);
    await page.getByRole('button', { name: 'Import…' }).click();
    const taken = await frames(page);
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    return taken;
  },
};
