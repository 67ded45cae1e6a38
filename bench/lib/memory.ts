import { readdirSync, readFileSync } from 'node:fs';

/**
 * The proportional set size of a process and all that descend from it, in MB:
 * what they hold, shared pages counted once. `own` stands in for the first
 * process where it shows its memory to itself only.
 */
export function memoryOf(pid: number, own?: number): number {
  const bytes = tree(pid).map((each) => (each === pid && own !== undefined ? own : (pssBytes(each) ?? 0)));
  return bytes.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Of `/proc/PID/smaps_rollup`. @see proc_pid_smaps(5) */
export function pssBytes(pid: number | 'self'): number | undefined {
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
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): readonly number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
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
