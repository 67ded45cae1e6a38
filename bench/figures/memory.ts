import type { Figure } from '../figure.ts';
import { timeToPainted } from '../lib/framebuffer.ts';
import { programMemory } from '../lib/program-memory.ts';
import { samples } from '../lib/samples.ts';

export const memoryIdle: Figure = {
  name: 'memory-idle',
  what: 'memory idle: 10 s after start, no window, all processes',
  unit: 'MB',
  floor: 'bare-memory',
  measure: (rig) => samples(3, () => programMemory(rig, async () => undefined), 0),
};

export const memoryPopover: Figure = {
  name: 'memory-popover',
  what: 'memory with the popover open, all processes',
  unit: 'MB',
  floor: 'bare-memory-window',
  async measure(rig) {
    const { screen } = await rig.desktop();
    const open = () => programMemory(rig, (program) => timeToPainted(screen, () => program.call('showPopover', {})));
    return samples(3, open, 0);
  },
};
