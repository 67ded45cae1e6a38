import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/**
 * Runs a command to its end. With `quiet` the output is kept instead of shown.
 * Never rejects: a command that cannot be started ends with status 127, one that
 * a signal ended with 128 + the signal's number, one that took too long with 124.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutMs?: number }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, quiet = false, timeoutMs } = options;
  return new Promise((resolve) => {
    let output = '';
    let late = false;
    // A group of its own only where we may have to end it: Ctrl+C must still reach the others.
    const detached = timeoutMs !== undefined && process.platform !== 'win32';
    const child = spawn(command, args, { cwd, env, detached, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const endGroup = (/** @type {NodeJS.Signals} */ signal) => {
      if (child.pid === undefined) return;
      try {
        process.kill(detached ? -child.pid : child.pid, signal);
      } catch {
        // It ended by itself in the meantime.
      }
    };
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            endGroup('SIGKILL');
          }, timeoutMs);
    const forward = (/** @type {NodeJS.Signals} */ signal) => endGroup(signal);
    for (const signal of signals) process.on(signal, forward);
    let ended = false;
    const end = (/** @type {number} */ status, text = '') => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, forward);
      resolve({ status, output: output + text });
    };
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code, signal) => end(late ? 124 : (code ?? 128 + (signal ? constants.signals[signal] : 0))));
  });
}

/** @type {readonly NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** npm as started by npm itself, else the one on the path. @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
