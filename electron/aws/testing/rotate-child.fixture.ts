/**
 * Rotates a key with the real adapters of STS and IAM, in a process of its own that
 * kills itself at the nth touch of the world: before the touch for odd numbers,
 * after it took effect for even ones. Its keychain and settings are files, so that
 * they are what they were when the process ended.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccessKey } from '../../core/access-keys/base-keys.ts';
import { createIamSigner } from '../../core/access-keys/iam-signer.ts';
import { createKeyIndex } from '../../core/access-keys/key-index.ts';
import { createKeyItems } from '../../core/access-keys/key-items.ts';
import { createRotate } from '../../core/access-keys/rotate.ts';
import type { AwsFilesContent } from '../../core/aws-files.ts';
import type { CatalogStore } from '../../core/catalog.ts';
import type { Iam, Keychain, SettingsStore, Sts } from '../../core/ports.ts';
import { ok } from '../../core/result.ts';
import type { Broker } from '../../core/sessions/broker.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import { createTurns } from '../../core/turns.ts';
import { createIam } from '../iam.ts';
import { createSts } from '../sts.ts';

/** The sandbox's new keys are taken after 50 ms instead of 3 s, and waits are as much shorter. */
const haste = 60;

export interface RotationWorld {
  readonly keychain: Keychain;
  readonly settings: SettingsStore;
  readonly sts: Sts;
  readonly iam: Iam;
}

/** A keychain and settings that are two files in a folder. */
export function filesWorld(folder: string): RotationWorld {
  const read = <T>(name: string, otherwise: T): T => {
    try {
      return JSON.parse(readFileSync(join(folder, name), 'utf8'));
    } catch {
      return otherwise;
    }
  };
  const write = (name: string, value: unknown) => {
    writeFileSync(join(folder, `${name}.new`), JSON.stringify(value));
    renameSync(join(folder, `${name}.new`), join(folder, name));
    return ok(undefined);
  };
  const items = () => read<Record<string, string>>('keychain', {});
  const settings = () => read<Settings>('settings', defaultSettings);
  return {
    keychain: {
      read: async (account) => ok(items()[account]),
      save: async (account, secret) => write('keychain', { ...items(), [account]: secret }),
      remove: async (account) => {
        const { [account]: _, ...rest } = items();
        return write('keychain', rest);
      },
    },
    settings: { get: settings, update: async (change) => write('settings', change(settings())) },
    sts: createSts(),
    iam: createIam(),
  };
}

/** The parts of the domain that a rotation is made of. */
export function rotationOf(world: RotationWorld) {
  const content: AwsFilesContent = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };
  const catalog = { content: () => content, rebuild: () => undefined } as unknown as CatalogStore;
  const index = createKeyIndex({ settings: world.settings, catalog });
  const signer = createIamSigner({
    catalog,
    // Nobody has a device here, so no session is asked for.
    broker: {} as Broker,
    index: index.all,
    readAccessKey: (hop) => readAccessKey(hop, world.keychain, content),
  });
  const rotate = createRotate({
    inTurn: createTurns(),
    ...world,
    catalog,
    index,
    signer,
    items: createKeyItems(world.keychain),
    clock: {
      now: () => Date.now(),
      after: (delayMs, callback) => {
        const timer = setTimeout(callback, delayMs / haste);
        return () => clearTimeout(timer);
      },
    },
  });
  const signal = new AbortController().signal;
  const run = () => rotate('dev', { asker: { through: 'command' }, signal, onStep: () => undefined });
  const signing = () => signer.sign('dev', { asker: { through: 'command' }, signal });
  return { run, signing };
}

/** Each touch counts twice: before it, and when it took effect. */
function killedAt<T extends object>(port: T, count: { left: number }): T {
  const touch = () => {
    count.left -= 1;
    if (count.left === 0) process.kill(process.pid, 'SIGKILL');
  };
  const entries = Object.entries(port).map(([name, act]) => [
    name,
    name === 'get'
      ? act
      : async (...args: unknown[]) => {
          touch();
          const done = await (act as (...args: unknown[]) => unknown)(...args);
          touch();
          return done;
        },
  ]);
  return Object.fromEntries(entries);
}

if (process.argv[1] === import.meta.filename) {
  const [folder = '', killAt = '0'] = process.argv.slice(2);
  const count = { left: Number(killAt) };
  const { keychain, settings, sts, iam } = filesWorld(folder);
  const { run } = rotationOf({
    keychain: killedAt(keychain, count),
    settings: killedAt(settings, count),
    sts: killedAt(sts, count),
    iam: killedAt(iam, count),
  });
  process.exitCode = (await run()).ok ? 0 : 1;
}
