import { type Child, startChild } from './child.ts';
import type { BenchDesktop } from './desktop.ts';

export interface Started {
  readonly child: Child;
  /** From the process's start to its icon in the tray. */
  readonly toTrayMs: number;
}

/** Starts an Electron program and waits for its icon in the tray. Rejects with its complaints when it ends first. */
export async function startElectron(
  desktop: BenchDesktop,
  electron: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Started> {
  const icon = desktop.nextTrayIconAt();
  const startedAt = performance.now();
  const child = startChild(electron, args, env);
  const at = await Promise.race([icon, endedOrLate(child)]);
  if (typeof at === 'number') return { child, toTrayMs: at - startedAt };
  await child.end();
  throw new Error(`no icon in the tray: ${at.why}`);
}

async function endedOrLate(child: Child): Promise<{ why: string }> {
  const endAt = performance.now() + 30_000;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100).unref());
    if (child.ended()) return { why: child.complaints() };
    if (performance.now() > endAt) return { why: `waited 30 s. ${child.complaints()}` };
  }
}
