import type { Figure } from '../figure.ts';
import { startBare } from '../lib/bare.ts';
import { timeToPainted, untilShown } from '../lib/framebuffer.ts';
import { samples } from '../lib/samples.ts';
import { settle } from '../lib/settle.ts';

export const bareWindowFirst: Figure = {
  name: 'bare-window-first',
  what: 'bare Electron, first 400×600 window → painted',
  unit: 'ms',
  measure: (rig) =>
    samples(5, async () => {
      const { screen } = await rig.desktop();
      const bare = await startBare(rig, { obedient: true });
      await settle();
      const empty = screen.look();
      const ms = await timeToPainted(screen, () => bare.tell('open'));
      await bare.child.end();
      await untilShown(screen, empty);
      return ms;
    }),
};

export const bareWindowAgain: Figure = {
  name: 'bare-window-again',
  what: 'bare Electron, hidden window shown again → painted',
  unit: 'ms',
  async measure(rig) {
    const { screen } = await rig.desktop();
    const bare = await startBare(rig, { obedient: true });
    await settle();
    const empty = screen.look();
    await timeToPainted(screen, () => bare.tell('open'));
    const taken = await samples(10, async () => {
      await bare.tell('hide');
      await untilShown(screen, empty);
      return timeToPainted(screen, () => bare.tell('show'));
    });
    await bare.child.end();
    await untilShown(screen, empty);
    return taken;
  },
};
