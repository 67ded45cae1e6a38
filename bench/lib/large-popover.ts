import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rig } from '../rig.ts';
import { timeToPainted } from './framebuffer.ts';
import { exchange } from './http.ts';
import { usableConfig } from './large-config.ts';
import { type Program, startProgram } from './program.ts';
import { delay } from './samples.ts';
import { settle } from './settle.ts';

/** The popover of a program with 12,000 profiles, on the screen. */
export interface LargePopover {
  readonly program: Program;
  /** Of its renderer process. */
  readonly pid: number;
  /** What a script in its page says. No test driver is in it: one would make a hidden page take itself for visible. */
  ask<T>(script: string): Promise<T>;
}

const probe = fileURLToPath(new URL('page-probe.cjs', import.meta.url));

/** Brings it up again: another window that took the focus sent it away. */
export async function showAgain({ program }: LargePopover): Promise<void> {
  await program.call('showPopover', {});
  await delay(500);
}

/** Shared by the figures that use the list as a person does. */
export function largePopover(rig: Rig): Promise<LargePopover> {
  return rig.shared('large popover', async () => {
    const { screen } = await rig.desktop();
    const socket = join(rig.folder(), 'page.sock');
    const program = await startProgram(rig, {
      runtimeArgs: ['-r', probe],
      env: { BENCH_PAGE_SOCKET: socket },
      config: usableConfig(),
      welcomed: true,
    });
    await Promise.all([program.toTrayMs, program.toSocketMs]);
    await settle();
    await timeToPainted(screen, () => program.call('showPopover', {}));
    const asked = async (script: string) => {
      const { status, body } = await exchange(socket, 'POST', '/popover.html', script);
      if (status !== 200) throw new Error(`the popover’s page: ${body}`);
      return JSON.parse(body) as { pid: number; value: unknown };
    };
    const { pid, value } = await asked('document.querySelectorAll("[role=option]").length');
    if (!value) throw new Error('the list shows no profile');
    return { program, pid, ask: async <T>(script: string) => (await asked(script)).value as T };
  });
}
