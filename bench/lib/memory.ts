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

/** The renderer process of a program that has one window. */
export function rendererOf(pid: number): number {
  const renderers = tree(pid).filter((each) => commandOf(each).includes('--type=renderer'));
  const [only, ...others] = renderers;
  if (only === undefined || others.length > 0) throw new Error(`${renderers.length} renderer processes`);
  return only;
}

/** The proportional set size of one process, in MB. */
export function megabytesOf(pid: number): number {
  const bytes = pssBytes(pid);
  if (bytes === undefined) throw new Error('the process is gone');
  return bytes / 1e6;
}

/** The CPU time that all threads of a process have had, in milliseconds. @see Documentation/scheduler/sched-stats */
export function cpuMsOf(pid: number): number {
  const times = readdirSync(`/proc/${pid}/task`).map((thread) => cpuNsOf(`/proc/${pid}/task/${thread}`));
  return times.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** The same of a process and all that descend from it. */
export function cpuMsOfAll(pid: number): number {
  return tree(pid).reduce((sum, each) => sum + cpuMsOf(each), 0);
}

function cpuNsOf(thread: string): number {
  try {
    return Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]);
  } catch (problem) {
    // It ended between the two looks.
    if (gone(problem)) return 0;
    throw problem;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
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
