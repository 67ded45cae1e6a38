import { type Child, startChild } from './child.ts';
import type { BenchDesktop } from './desktop.ts';
import { delay } from './samples.ts';

export interface Started {
  readonly child: Child;
  /** On `performance.now`'s clock. */
  readonly startedAt: number;
  /** From the process's start to its icon in the tray. Rejects with its complaints when it ends first. */
  readonly toTrayMs: Promise<number>;
}

/** Starts an Electron program on a desktop. */
export function startElectron(
  desktop: BenchDesktop,
  electron: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Started {
  const icon = desktop.nextTrayIconAt();
  const startedAt = performance.now();
  const child = startChild(electron, args, { ...desktop.env, ...env });
  const toTrayMs = Promise.race([icon, endedOrLate(child)]).then((at) => {
    if (typeof at === 'number') return at - startedAt;
    throw new Error(`no icon in the tray: ${at.why}`);
  });
  // Who measures something else may not look at it.
  toTrayMs.catch(() => undefined);
  return { child, startedAt, toTrayMs };
}

async function endedOrLate(child: Child): Promise<{ why: string }> {
  const endAt = performance.now() + 30_000;
  while (performance.now() < endAt) {
    await delay(100);
    if (child.ended()) return { why: child.complaints() };
  }
  return { why: `waited 30 s. ${child.complaints()}` };
}
