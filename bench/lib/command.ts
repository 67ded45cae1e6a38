import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command to its end and hands back how long that took, in milliseconds. Rejects when it fails. */
export async function timedCommand(command: string, args: readonly string[], env = process.env): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk;
  });
  child.stdout.resume();
  const [status] = (await once(child, 'close')) as [number | null];
  const ms = performance.now() - startedAt;
  if (status !== 0) throw new Error(`${command} ended with status ${status}: ${complaint.trim().slice(0, 500)}`);
  return ms;
}
