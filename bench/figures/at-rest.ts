import { run } from '../../e2e/harness/processes.ts';
import type { Figure } from '../figure.ts';
import { startBare } from '../lib/bare.ts';
import { timeToPainted, untilShown } from '../lib/framebuffer.ts';
import { idleMs } from '../lib/idle.ts';
import { largePopover } from '../lib/large-popover.ts';
import { cpuMsOf, megabytesOf, rendererOf } from '../lib/memory.ts';
import { benchProfile, readyProgram } from '../lib/program.ts';
import { delay } from '../lib/samples.ts';
import type { Rig } from '../rig.ts';

/** A bare program with its window, beside the popover: what both share is counted alike for both. */
const besideIt = (rig: Rig) =>
  rig.shared('a window beside the popover', async () => {
    const { screen } = await rig.desktop();
    const bare = await startBare(rig, { obedient: true });
    await timeToPainted(screen, () => bare.tell('open'));
    return bare;
  });

/** After all that was typed and scrolled in it. */
const memory = (rig: Rig) =>
  rig.shared('memory of both renderers', async () => {
    const { pid } = await largePopover(rig);
    const bare = await besideIt(rig);
    await delay(idleMs);
    return { bare: [megabytesOf(rendererOf(bare.child.pid))], popover: [megabytesOf(pid)] };
  });

export const bareRenderer: Figure = {
  name: 'bare-renderer',
  what: 'memory of an empty window’s renderer process',
  unit: 'MB',
  measure: async (rig) => (await memory(rig)).bare,
};

export const rendererLarge: Figure = {
  name: 'renderer-large',
  what: '… of the popover’s, with 12,000 profiles, after use',
  unit: 'MB',
  floor: bareRenderer.name,
  measure: async (rig) => (await memory(rig)).popover,
};

async function cpuMsAtRest(pid: number): Promise<number[]> {
  // What hiding it caused has come to an end.
  await delay(3000);
  const taken: number[] = [];
  for (let second = 0; second < 10; second += 1) {
    const before = cpuMsOf(pid);
    await delay(1000);
    taken.push(cpuMsOf(pid) - before);
  }
  return taken;
}

export const bareHidden: Figure = {
  name: 'bare-hidden',
  what: 'CPU time in a second of a hidden window’s process',
  unit: 'ms',
  async measure(rig) {
    const bare = await besideIt(rig);
    await bare.tell('hide');
    return cpuMsAtRest(rendererOf(bare.child.pid));
  },
};

export const popoverHidden: Figure = {
  name: 'popover-hidden',
  what: '… of the hidden popover’s, while a session counts down',
  unit: 'ms',
  async measure(rig) {
    const { screen } = await rig.desktop();
    const program = await readyProgram(rig);
    await program.call('switchProfile', { profile: benchProfile });
    const empty = screen.look();
    await timeToPainted(screen, () => program.call('showPopover', {}));
    // Out of the welcome, and out of the window.
    for (const _ of [1, 2]) await run('xdotool', ['key', 'Escape'], { env: program.env });
    await untilShown(screen, empty);
    return cpuMsAtRest(rendererOf(program.child.pid));
  },
};
