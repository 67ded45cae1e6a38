import type { CliWorld } from './world.ts';

/** Sooner, and every ordinary command would blink. */
const PATIENCE_MS = 1_500;

/** Says what is going on when the answer takes long, so that nobody waits in silence. Only to a person. */
export async function whileWaiting<T>(world: CliWorld, work: () => Promise<T>): Promise<T> {
  if (!world.stderr.isTTY || !world.stdin.isTTY) return work();
  const stop = world.after(PATIENCE_MS, () => {
    world.stderr.write('Waiting for Rolecall, which may be asking for something in its window. Ctrl+C gives up.\n');
  });
  try {
    return await work();
  } finally {
    stop();
  }
}
