import type { Figure } from '../figure.ts';
import { startBare } from '../lib/bare.ts';
import { samples } from '../lib/samples.ts';

export const bareTray: Figure = {
  name: 'bare-tray',
  what: 'bare Electron, process start → tray icon',
  unit: 'ms',
  measure: (rig) =>
    samples(7, async () => {
      const bare = await startBare(rig);
      const ms = await bare.toTrayMs;
      await bare.child.end();
      return ms;
    }),
};
