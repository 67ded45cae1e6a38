import type { Figure } from '../figure.ts';
import { openKeyboard } from '../lib/keyboard.ts';
import { largePopover, showAgain } from '../lib/large-popover.ts';
import { delay } from '../lib/samples.ts';

const FRAMES = 180;

/** As text, for the page: milliseconds from one frame to the next, and in how many a row was not there yet. */
const countFrames = `new Promise((resolve) => {
  const taken = [];
  let blank = 0;
  let before;
  requestAnimationFrame(function frame(at) {
    if (before !== undefined) taken.push(at - before);
    before = at;
    if (document.querySelector('.list-place:empty')) blank += 1;
    if (taken.length < ${FRAMES}) requestAnimationFrame(frame);
    else resolve({ taken, blank });
  });
})`;

interface Frames {
  readonly taken: readonly number[];
  readonly blank: number;
}

export const scrollAtRest: Figure = {
  name: 'scroll-at-rest',
  what: 'a frame of the popover, nothing happening',
  unit: 'ms',
  async measure(rig) {
    const popover = await largePopover(rig);
    await showAgain(popover);
    return (await popover.ask<Frames>(countFrames)).taken;
  },
};

export const scroll: Figure = {
  name: 'scroll',
  what: '12,000 profiles: a frame while the wheel turns',
  unit: 'ms',
  floor: scrollAtRest.name,
  async measure(rig) {
    const { program, ask } = await largePopover(rig);
    const keyboard = openKeyboard({ ...process.env, ...program.env }, rig);
    const [x, y] = await ask<[number, number]>('[screenX + innerWidth / 2, screenY + innerHeight - 150]');
    keyboard.press(`mousemove ${x} ${y}`);
    const counted = ask<Frames>(countFrames);
    let done = false;
    void counted.finally(() => {
      done = true;
    });
    while (!done) {
      keyboard.press('click 5');
      await delay(12);
    }
    const { taken, blank } = await counted;
    const scrolled = await ask<number>('document.querySelector(".list").scrollTop');
    keyboard.press('key Home');
    keyboard.end();
    if (scrolled < 1000) throw new Error(`the list scrolled by ${scrolled} pixels only`);
    rig.note(`Scrolling went over ${Math.round(scrolled / 48)} rows; ${blank} of ${FRAMES} frames lacked one.`);
    return taken;
  },
};
