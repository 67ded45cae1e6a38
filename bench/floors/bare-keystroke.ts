import type { Figure } from '../figure.ts';
import { startBare } from '../lib/bare.ts';
import { timeToPainted, untilShown } from '../lib/framebuffer.ts';
import { openKeyboard } from '../lib/keyboard.ts';
import { settle } from '../lib/settle.ts';
import { typed } from '../lib/typing.ts';

export const bareKeystroke: Figure = {
  name: 'bare-keystroke',
  what: 'bare window: a key → nine lines of text painted',
  unit: 'ms',
  async measure(rig) {
    const desktop = await rig.desktop();
    const bare = await startBare(rig, { obedient: true });
    await settle();
    const empty = desktop.screen.look();
    await timeToPainted(desktop.screen, () => bare.tell('open-keys'));
    const keyboard = openKeyboard({ ...process.env, ...desktop.env }, rig);
    const taken = await typed(desktop, keyboard);
    keyboard.end();
    await bare.child.end();
    await untilShown(desktop.screen, empty);
    return taken;
  },
};
