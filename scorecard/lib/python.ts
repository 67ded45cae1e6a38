import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A program that answers each line with one line of JSON. */
export interface Answering {
  ask(line: string): Promise<unknown>;
  close(): Promise<void>;
}

// The distribution's own, which has botocore (or AWS CLI v2 with its copy of it), where a version manager put a shim in front.
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Starts a Python script. One start for many questions: the interpreter takes longer than the question. */
export function startPython(script: string, env: Readonly<Record<string, string>> = {}): Answering {
  const child = spawn(python, ['-c', script], {
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-1000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin.on('error', () => undefined);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`Python ended: ${complaints}`);
      return JSON.parse(value);
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
