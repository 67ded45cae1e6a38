import type { Figure } from '../figure.ts';
import { type Bare, startBare } from '../lib/bare.ts';
import { timeToPainted } from '../lib/framebuffer.ts';
import { idleMs } from '../lib/idle.ts';
import { memoryOf } from '../lib/memory.ts';
import { delay, samples } from '../lib/samples.ts';
import type { Rig } from '../rig.ts';

const afterStart = async () => undefined;
const withWindow = async (rig: Rig, bare: Bare) => {
  const { screen } = await rig.desktop();
  await timeToPainted(screen, () => bare.tell('open'));
};
const afterWindow = async (rig: Rig, bare: Bare) => {
  await withWindow(rig, bare);
  await bare.tell('destroy');
};

export const bareMemory = memory('bare-memory', 'bare Electron, a tray and no window, all processes', afterStart);
export const bareMemoryWindow = memory('bare-memory-window', '… with one 400×600 window', withWindow);
export const bareMemoryAfter = memory('bare-memory-after', '… after that window is destroyed', afterWindow);

function memory(name: string, what: string, prepare: (rig: Rig, bare: Bare) => Promise<void>): Figure {
  return {
    name,
    what,
    unit: 'MB',
    measure: (rig) =>
      samples(
        3,
        async () => {
          const bare = await startBare(rig, { obedient: true });
          await prepare(rig, bare);
          await delay(idleMs);
          const megabytes = memoryOf(rig, bare.child.pid);
          await bare.child.end();
          return megabytes;
        },
        0,
      ),
  };
}
