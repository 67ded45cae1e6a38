import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  readonly pid: number;
  readonly ended: () => boolean;
  /** What it wrote to stderr, the last few lines of it. */
  readonly complaints: () => string;
  readonly onOutput: (listener: (text: string) => void) => void;
  /** Asks it to end, waits, and then ends what is left of its process group. */
  end(): Promise<void>;
}

const patienceMs = 4000;

/** Starts a process in a group of its own, so that nothing it started outlives `end`. */
export function startChild(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  let problem: Error | undefined;
  child.on('error', (error) => {
    problem = error;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-2000);
  });
  child.stdout.setEncoding('utf8').on('data', () => undefined);
  const ended = () => problem !== undefined || child.exitCode !== null || child.signalCode !== null;
  const killGroup = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nothing is left of the group.
    }
  };
  process.once('exit', killGroup);
  return {
    pid: child.pid ?? -1,
    ended,
    complaints: () => problem?.message ?? readable(complaints),
    onOutput: (listener) => {
      child.stdout.on('data', listener);
    },
    async end() {
      if (!ended()) {
        const exit = once(child, 'exit');
        child.kill('SIGTERM');
        const hard = setTimeout(killGroup, patienceMs);
        await exit;
        clearTimeout(hard);
      }
      killGroup();
      process.off('exit', killGroup);
    },
  };
}

/** Without colours, Chromium's own log, stacks and whatever came after the first few lines. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of.
  const lines = text.replaceAll(/\x1b\[[\d;]*m/g, '').split('\n');
  const said = lines.filter((line) => line.trim() !== '' && !/^\[\d+:[\d/.:]+:|^ +at /.test(line));
  return said.slice(0, 6).join(' ') || 'it said nothing';
}
