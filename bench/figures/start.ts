import type { Figure } from '../figure.ts';
import { startProgram } from '../lib/program.ts';
import { samples } from '../lib/samples.ts';

const starts = 7;

export const startToTray: Figure = {
  name: 'start-to-tray',
  what: 'start → tray icon',
  unit: 'ms',
  floor: 'bare-tray',
  measure: (rig) =>
    samples(starts, async () => {
      const program = await startProgram(rig);
      const ms = await program.toTrayMs;
      await program.toSocketMs;
      await program.child.end();
      return ms;
    }),
};

export const startToSocket: Figure = {
  name: 'start-to-socket',
  what: 'start → local socket answers',
  unit: 'ms',
  floor: 'bare-tray',
  measure: (rig) =>
    samples(starts, async () => {
      const program = await startProgram(rig);
      const ms = await program.toSocketMs;
      await program.child.end();
      return ms;
    }),
};
