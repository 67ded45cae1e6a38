import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallInput, CallName, CallOutput } from '../../electron/core/contract.ts';
import type { Result } from '../../electron/core/result.ts';
import type { Rig } from '../rig.ts';
import { type Started, startElectron } from './electron.ts';
import { exchange } from './http.ts';
import { benchSandbox } from './sandbox.ts';
import { untilAnswer } from './until.ts';

/** The built program, started without a window on a home of its own whose profiles lead to the sandbox. */
export interface Program extends Started {
  readonly home: string;
  readonly socket: string;
  /** What `credential_process` names. */
  readonly launcher: string;
  readonly env: Readonly<Record<string, string>>;
  /** From the process's start to the first answer of the local socket. */
  readonly toSocketMs: Promise<number>;
  /** One call through the local socket. Rejects with the failure's words. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the program; `runtimeArgs` go before its folder, and `welcomed` opens on the list. Nothing is awaited but the process's start. */
export async function startProgram(
  rig: Rig,
  {
    runtimeArgs = [],
    env: more = {},
    organization,
    config,
    welcomed = false,
  }: {
    runtimeArgs?: readonly string[];
    env?: Record<string, string>;
    organization?: string;
    config?: string;
    welcomed?: boolean;
  } = {},
): Promise<Program> {
  // Electron would show a window that says so, and stay.
  if (!existsSync(join(root, 'dist/main.js'))) throw new Error('the program is not built: npm run build');
  const [desktop, sandbox] = await Promise.all([rig.desktop(), benchSandbox(rig, organization)]);
  const home = rig.folder();
  for (const folder of ['.aws', 'run']) mkdirSync(join(home, folder), { mode: 0o700 });
  writeFileSync(join(home, '.aws/config'), config ?? sandbox.awsConfig, { mode: 0o600 });
  const places = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
  };
  if (welcomed) {
    mkdirSync(join(places.XDG_CONFIG_HOME, 'rolecall'), { recursive: true, mode: 0o700 });
    writeFileSync(join(places.XDG_CONFIG_HOME, 'rolecall/settings.json'), '{ "version": 1, "welcomed": true }', {
      mode: 0o600,
    });
  }
  const env = { ...places, ...sandbox.environment, ...more };
  const socket = join(places.XDG_RUNTIME_DIR, 'rolecall/rolecall.sock');
  const started = startElectron(desktop, rig.electron, [...runtimeArgs, root, '--hidden'], env);
  rig.cleanup.add(() => started.child.end());

  const answers = () =>
    exchange(socket, 'POST', '/call/snapshot', '{}').then(
      ({ status }) => status === 200 || undefined,
      () => undefined,
    );
  const toSocketMs = untilAnswer('its local socket', started.child, answers).then(
    () => performance.now() - started.startedAt,
  );
  toSocketMs.catch(() => undefined);
  return {
    ...started,
    home,
    socket,
    launcher: join(places.XDG_DATA_HOME, 'rolecall/bin/rolecall'),
    env: { ...desktop.env, ...env },
    toSocketMs,
    async call<N extends CallName>(name: N, input: CallInput<N>) {
      const { body } = await exchange(socket, 'POST', `/call/${name}`, JSON.stringify(input));
      const result = JSON.parse(body) as Result<CallOutput<N>>;
      if (result.ok) return result.value;
      throw new Error(`${name}: ${result.failure.message} ${result.failure.remedy}`);
    },
  };
}

/** A profile of the sandbox's that needs no code: one AssumeRole from a key in the keychain. */
export const benchProfile = 'bob-read-only';

/** A program with that profile's key in its keychain, shared by the figures that only ask it something. */
export function readyProgram(rig: Rig): Promise<Program> {
  return rig.shared('program', async () => {
    const { users } = await benchSandbox(rig);
    const program = await startProgram(rig);
    await program.toSocketMs;
    const bob = users.find(({ name }) => name === 'bob');
    if (!bob) throw new Error('the sandbox has no bob');
    const { accessKeyId, secretAccessKey } = bob;
    await program.call('addAccessKey', { profile: 'bob', accessKeyId, secretAccessKey });
    await program.call('switchProfile', { profile: benchProfile });
    return program;
  });
}
