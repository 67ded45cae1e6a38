import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProgram } from '../find-program.ts';
import { launcherScript } from '../launcher.ts';
import { launcherState } from './launcher-state.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rolecall-it's-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function launcher(command: readonly string[]) {
  const path = join(folder, 'rolecall');
  await writeFile(path, launcherScript({ socket: '/run/r.sock', command, env: {} }), { mode: 0o700 });
  return path;
}

it('is current where it asks at this socket and what it names is there', async () => {
  const script = join(folder, 'cli.js');
  await writeFile(script, '');
  expect(await launcherState(await launcher(['/usr/bin/env', 'A=1', script]), '/run/r.sock')).toBe('current');
});

it('is broken when the program has moved away', async () => {
  expect(await launcherState(await launcher(['/usr/bin/env', join(folder, 'gone.js')]), '/run/r.sock')).toBe('broken');
});

it("is another Rolecall's when it asks elsewhere, and absent before the first start", async () => {
  expect(await launcherState(await launcher(['/usr/bin/env']), '/run/other.sock')).toBe('elsewhere');
  expect(await launcherState(join(folder, 'none'), '/run/r.sock')).toBe('absent');
});

it('a program is found in PATH when it may be run', async () => {
  const path = await launcher([]);
  await writeFile(join(folder, 'text'), '', { mode: 0o600 });
  const env = { PATH: `/nowhere:${folder}` };
  expect(await findProgram('rolecall', env, 'linux')).toBe(path);
  expect(await findProgram('none', env, 'linux')).toBeUndefined();
  expect(await findProgram('rolecall', {}, 'linux')).toBeUndefined();
});
