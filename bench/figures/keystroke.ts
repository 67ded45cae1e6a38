import type { Figure } from '../figure.ts';
import { openKeyboard } from '../lib/keyboard.ts';
import { largePopover, showAgain } from '../lib/large-popover.ts';
import { typedInto, typedUnseen } from '../lib/typing.ts';
import type { Rig } from '../rig.ts';

/** The browser tells times to the next picture in steps of 8 ms, and none below 12. */
const TOLD_FROM_MS = 16;
const BELOW_MS = 8;

/** As text, for the page: notes how long after each key its list was changed and laid out for the last time, and what the browser says of its picture. */
const watchKeys = `(() => {
  const taken = (window.benchKeys = []);
  const shown = (window.benchPaints = []);
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') shown.push(duration);
  }).observe({ type: 'event', durationThreshold: ${TOLD_FROM_MS} });
  let pressedAt;
  addEventListener('keydown', (event) => {
    pressedAt = event.timeStamp;
    taken.push(undefined);
  }, true);
  new MutationObserver(() => {
    if (pressedAt === undefined) return;
    document.querySelector('.list').getBoundingClientRect();
    taken[taken.length - 1] = performance.now() - pressedAt;
  }).observe(document.querySelector('.list'), { subtree: true, childList: true, characterData: true, attributes: true });
})()`;

/** All figures are taken of the same keys. */
const keys = (rig: Rig) =>
  rig.shared('keys in the large popover', async () => {
    const popover = await largePopover(rig);
    await showAgain(popover);
    const { program, ask } = popover;
    const keyboard = openKeyboard({ ...process.env, ...program.env }, rig);
    const { painted, workMs } = await typedInto(program.child.pid, await rig.desktop(), keyboard);
    await ask(watchKeys);
    await typedUnseen(keyboard);
    const laidOut = await ask<number[]>('window.benchKeys.filter((ms) => ms !== undefined)');
    const told = await ask<number[]>('window.benchPaints');
    keyboard.end();
    const nextPaint = [...told, ...laidOut.slice(told.length).map(() => BELOW_MS)];
    return { painted, workMs, laidOut, nextPaint };
  });

export const keystrokePainted: Figure = {
  name: 'keystroke-painted',
  what: '12,000 profiles: a key → the new list on the screen',
  unit: 'ms',
  floor: 'bare-keystroke',
  measure: async (rig) => (await keys(rig)).painted,
};

/** No waiting is in it, neither for the display's beat nor for a core that others use. */
export const keystrokeWork: Figure = {
  name: 'keystroke-work',
  what: '… processor time of all threads for a key',
  unit: 'ms',
  floor: 'bare-keystroke-work',
  measure: async (rig) => [(await keys(rig)).workMs],
};

/** Without the waiting for the next frame and the way from X and back to it. */
export const keystrokeDone: Figure = {
  name: 'keystroke-done',
  what: '… the key’s event → the new list found, and laid out',
  unit: 'ms',
  measure: async (rig) => (await keys(rig)).laidOut,
};

/** Event Timing, by which the web judges pages: https://www.w3.org/TR/event-timing/ */
export const keystrokeNextPaint: Figure = {
  name: 'keystroke-next-paint',
  what: '… the key’s event → its picture, as the browser says it, in steps of 8 ms',
  unit: 'ms',
  measure: async (rig) => (await keys(rig)).nextPaint,
};
