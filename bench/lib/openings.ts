import { run } from '../../e2e/harness/processes.ts';
import type { Rig } from '../rig.ts';
import { timeToPainted, untilShown } from './framebuffer.ts';
import { startProgram } from './program.ts';
import { samples } from './samples.ts';
import { settle } from './settle.ts';

/** How long the popover of a program that was just started takes from being asked for to painted, in milliseconds. */
export function firstOpenings(rig: Rig, config?: () => Promise<string>): Promise<readonly number[]> {
  return samples(5, async () => {
    const { screen } = await rig.desktop();
    const program = await startProgram(rig, config && { config: await config() });
    await Promise.all([program.toTrayMs, program.toSocketMs]);
    await settle();
    const empty = screen.look();
    const ms = await timeToPainted(screen, () => program.call('showPopover', {}));
    await program.child.end();
    await untilShown(screen, empty);
    return ms;
  });
}

/** The same for one that was closed with Escape. */
export async function laterOpenings(rig: Rig, config?: () => Promise<string>): Promise<readonly number[]> {
  const { screen } = await rig.desktop();
  const program = await startProgram(rig, { welcomed: true, ...(config && { config: await config() }) });
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
}
