import type { Figure } from '../figure.ts';
import { startBare } from '../lib/bare.ts';
import { timeToPainted } from '../lib/framebuffer.ts';
import { openKeyboard } from '../lib/keyboard.ts';
import { settle } from '../lib/settle.ts';
import { typedInto } from '../lib/typing.ts';
import type { Rig } from '../rig.ts';

const keys = (rig: Rig) =>
  rig.shared('keys in a bare page', async () => {
    const desktop = await rig.desktop();
    const bare = await startBare(rig, { obedient: true });
    await settle();
    await timeToPainted(desktop.screen, () => bare.tell('open-keys'));
    const keyboard = openKeyboard({ ...process.env, ...desktop.env }, rig);
    const taken = await typedInto(bare.child.pid, desktop, keyboard);
    keyboard.end();
    await bare.child.end();
    // Not until the screen is as before: a popover that stood there goes when another window takes the focus.
    await settle();
    return taken;
  });

export const bareKeystroke: Figure = {
  name: 'bare-keystroke',
  what: 'bare window: a key → nine lines of text painted',
  unit: 'ms',
  measure: async (rig) => (await keys(rig)).painted,
};

export const bareKeystrokeWork: Figure = {
  name: 'bare-keystroke-work',
  what: '… processor time of all threads for a key',
  unit: 'ms',
  measure: async (rig) => [(await keys(rig)).workMs],
};
