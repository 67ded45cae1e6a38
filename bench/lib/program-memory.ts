import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rig } from '../rig.ts';
import { idleMs } from './idle.ts';
import { memoryOf } from './memory.ts';
import { type Program, startProgram } from './program.ts';
import { delay } from './samples.ts';
import { untilAnswer } from './until.ts';

const probe = fileURLToPath(new URL('own-memory.cjs', import.meta.url));

/** Starts the program, does something with it, leaves it alone for a while, and hands back its memory in MB. */
export async function programMemory(rig: Rig, prepare: (program: Program) => Promise<unknown>): Promise<number> {
  const file = join(rig.folder(), 'pss');
  const program = await startProgram(rig, { runtimeArgs: ['-r', probe], env: { BENCH_MEMORY_FILE: file } });
  await Promise.all([program.toSocketMs, program.toTrayMs]);
  await prepare(program);
  await delay(idleMs);
  process.kill(program.child.pid, 'SIGUSR2');
  const own = await untilAnswer('its own memory', program.child, () => {
    const kilobytes = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return kilobytes === '' ? undefined : Number(kilobytes) * 1024;
  });
  const megabytes = memoryOf(rig, program.child.pid, own);
  await program.child.end();
  return megabytes;
}
