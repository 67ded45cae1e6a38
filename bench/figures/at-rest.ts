import { run } from '../../e2e/harness/processes.ts';
import type { Figure } from '../figure.ts';
import { startBare } from '../lib/bare.ts';
import { timeToPainted, untilShown } from '../lib/framebuffer.ts';
import { idleMs } from '../lib/idle.ts';
import { openKeyboard } from '../lib/keyboard.ts';
import { largePopover } from '../lib/large-popover.ts';
import { cpuMsOf, megabytesOf, rendererOf } from '../lib/memory.ts';
import { benchProfile, readyProgram } from '../lib/program.ts';
import { delay } from '../lib/samples.ts';
import { typed } from '../lib/typing.ts';
import type { Rig } from '../rig.ts';

/**
 * Both renderers' memory at one moment, so that what they share is counted alike for both. A page that was typed into
 * holds on to much that it no longer shows, an empty one as well: so they are compared fresh, and after the same keys.
 */
const memory = (rig: Rig, page: 'open' | 'open-keys') =>
  rig.shared(`memory beside a bare window, ${page}`, async () => {
    const { pid } = await largePopover(rig);
    const desktop = await rig.desktop();
    const bare = await startBare(rig, { obedient: true });
    await timeToPainted(desktop.screen, () => bare.tell(page));
    if (page === 'open-keys') {
      const keyboard = openKeyboard({ ...process.env, ...desktop.env }, rig);
      await typed(desktop, keyboard);
      keyboard.end();
    }
    await delay(idleMs);
    const both = { bare: [megabytesOf(rendererOf(bare.child.pid))], popover: [megabytesOf(pid)] };
    await bare.child.end();
    return both;
  });

export const bareRenderer: Figure = {
  name: 'bare-renderer',
  what: 'memory of an empty window’s renderer process',
  unit: 'MB',
  measure: async (rig) => (await memory(rig, 'open')).bare,
};

export const rendererLarge: Figure = {
  name: 'renderer-large',
  what: '… of the popover’s, with 12,000 profiles',
  unit: 'MB',
  floor: bareRenderer.name,
  measure: async (rig) => (await memory(rig, 'open')).popover,
};

export const bareRendererTyped: Figure = {
  name: 'bare-renderer-typed',
  what: 'memory of a bare page’s, after sixty keys',
  unit: 'MB',
  measure: async (rig) => (await memory(rig, 'open-keys')).bare,
};

export const rendererTyped: Figure = {
  name: 'renderer-typed',
  what: '… of the popover’s, after sixty keys and scrolling',
  unit: 'MB',
  floor: bareRendererTyped.name,
  measure: async (rig) => (await memory(rig, 'open-keys')).popover,
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
    const { screen } = await rig.desktop();
    const bare = await startBare(rig, { obedient: true });
    await timeToPainted(screen, () => bare.tell('open'));
    await bare.tell('hide');
    const taken = await cpuMsAtRest(rendererOf(bare.child.pid));
    await bare.child.end();
    return taken;
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
