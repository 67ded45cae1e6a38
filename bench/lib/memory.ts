import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Rig } from '../rig.ts';

/**
 * The proportional set size of a process and all that descend from it, in MB:
 * what they hold, shared pages counted once. `own` stands in for the first
 * process where it shows its memory to itself only.
 */
export function memoryOf(rig: Rig, pid: number, own?: number): number {
  const pids = tree(pid);
  if (processes().some((each) => !pids.includes(each) && programOf(each) === rig.electron)) {
    rig.note('Another program runs the same Electron: memory it shares is counted in part only.');
  }
  const bytes = pids.map((each) => (each === pid && own !== undefined ? own : (pssBytes(each) ?? 0)));
  return bytes.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Of `/proc/PID/smaps_rollup`. @see proc_pid_smaps(5) */
function pssBytes(pid: number): number | undefined {
  try {
    const kilobytes = /^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch (problem) {
    // It ended between the two looks. Any other reason would make the sum a lie.
    if (gone(problem)) return undefined;
    throw problem;
  }
}

function tree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const pid of processes()) {
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): readonly number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

function processes(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function programOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    // Somebody else's, or gone.
    return undefined;
  }
}

function parentOf(pid: number): number | undefined {
  try {
    // The name, in brackets, may hold anything; the state and the parent follow it.
    return Number(/.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function gone(problem: unknown): boolean {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  return code === 'ENOENT' || code === 'ESRCH';
}
