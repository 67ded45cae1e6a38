import { spawn } from 'node:child_process';
import type { EnvironmentChange } from '../core/environment/variables.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What was tried and did not start, as a person can read it. */
type Started = { readonly ok: true } | { readonly ok: false; readonly why: string };

export type StartProgram = (
  program: string,
  parameters: readonly string[],
  options: { readonly env: Env; readonly cwd: string },
) => Promise<Started>;

/** A program that is still there after that long has started. */
const SETTLES_MS = 500;

/** Starts a program that outlives this one. No shell reads its parameters. */
export const startProgram: StartProgram = (program, parameters, { env, cwd }) =>
  new Promise((resolve) => {
    const child = spawn(program, parameters, { env: { ...env }, cwd, stdio: 'ignore', detached: true });
    const settled = setTimeout(() => resolve({ ok: true }), SETTLES_MS);
    const finish = (started: Started) => {
      clearTimeout(settled);
      resolve(started);
    };
    child.once('error', (error: NodeJS.ErrnoException) =>
      finish({ ok: false, why: error.code === 'ENOENT' ? 'was not found' : `could not be started (${error.code})` }),
    );
    child.once('exit', (status, signal) =>
      finish(status === 0 ? { ok: true } : { ok: false, why: `ended with status ${status ?? signal}` }),
    );
    child.unref();
  });

/** The environment of a terminal: this program's own, as the change says, and nothing that steers Electron. */
export function changedEnvironment(env: Env, { set, unset }: EnvironmentChange): Env {
  const gone = new Set([...unset, 'ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']);
  const kept = Object.entries(env).filter(([name]) => !gone.has(name));
  return { ...Object.fromEntries(kept), ...set };
}
