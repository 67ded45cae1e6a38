import { run } from '../../e2e/harness/processes.ts';
import type { Figure } from '../figure.ts';
import { timeToPainted, untilShown } from '../lib/framebuffer.ts';
import { startProgram } from '../lib/program.ts';
import { samples } from '../lib/samples.ts';
import { settle } from '../lib/settle.ts';

export const popoverFirst: Figure = {
  name: 'popover-first',
  what: 'popover open → list painted, first time',
  unit: 'ms',
  floor: 'bare-window-first',
  measure: (rig) =>
    samples(5, async () => {
      const { screen } = await rig.desktop();
      const program = await startProgram(rig);
      await Promise.all([program.toTrayMs, program.toSocketMs]);
      await settle();
      const empty = screen.look();
      const ms = await timeToPainted(screen, () => program.call('showPopover', {}));
      await program.child.end();
      await untilShown(screen, empty);
      return ms;
    }),
};

export const popoverAgain: Figure = {
  name: 'popover-again',
  what: 'popover open → list painted, again',
  unit: 'ms',
  floor: 'bare-window-again',
  async measure(rig) {
    const { screen } = await rig.desktop();
    const program = await startProgram(rig);
    await Promise.all([program.toTrayMs, program.toSocketMs]);
    await settle();
    const empty = screen.look();
    const show = () => timeToPainted(screen, () => program.call('showPopover', {}));
    await show();
    const taken = await samples(10, async () => {
      await run('xdotool', ['key', 'Escape'], { env: program.env });
      await untilShown(screen, empty);
      return show();
    });
    await program.child.end();
    await untilShown(screen, empty);
    return taken;
  },
};
