import { readFile, stat } from 'node:fs/promises';
import { reachSts } from '../aws/reach-sts.ts';
import { createAwsFiles } from '../config/aws-files.ts';
import type { Machine } from '../core/doctor/machine/machine.ts';
import { isDefaultHandedOver } from '../core/profiles/profile-facts.ts';
import { ownProcessOf } from '../core/profiles/profile-settings.ts';
import { createClock } from '../host/clock.ts';
import { keychainState } from '../host/doctor/keychain-state.ts';
import { launcherState } from '../host/doctor/launcher-state.ts';
import { findProgram } from '../host/find-program.ts';
import { findTrayHost } from '../host/tray-host.ts';
import { accessKeyIndex, offlineConfig, placesIn } from './offline.ts';
import { parseLaunchRecord } from './start-plan.ts';
import type { CliWorld } from './world.ts';

/** This computer for the checks of `rolecall doctor`. Nothing of it needs the program to run. */
export function machineOf(world: CliWorld): Machine {
  const { env, home, program } = world;
  const { platform } = process;
  const places = placesIn(world);
  const files = createAwsFiles({ environment: env, home, launcher: places.launcher });
  const [config, credentials] = files.paths;
  let facts: ReturnType<Machine['readFiles']> | undefined;

  async function readFiles() {
    const [content, { problems, broken }] = await Promise.all([
      files.read(),
      accessKeyIndex(world).then((index) => offlineConfig(world).check(index)),
    ]);
    const profiles = [...content.profiles];
    return {
      problems,
      broken,
      defaultHandedOver: isDefaultHandedOver(content),
      adopted: profiles.flatMap(([name, values]) =>
        name !== 'default' && ownProcessOf(values) !== undefined ? [name] : [],
      ),
      keysInClear: profiles.flatMap(([name, values]) => (values.aws_secret_access_key === undefined ? [] : [name])),
    };
  }

  return {
    platform,
    env,
    paths: { config, credentials, settings: places.settings, socket: places.socket, launcher: places.launcher },
    readFiles: () => {
      facts ??= readFiles();
      return facts;
    },
    async programFiles() {
      const record = parseLaunchRecord(await readFile(places.launchRecord, 'utf8').catch(() => ''));
      if (!record) return undefined;
      // All but what names the files is the same for both.
      const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = record.environment;
      const environment = { ...env, AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE };
      const [its, itsCredentials] = createAwsFiles({ environment, home, launcher: places.launcher }).paths;
      return { config: its, credentials: itsCredentials };
    },
    keychain: () => keychainState(platform),
    isRunning: async () => (await program.callIfRunning('snapshot', {}))?.ok === true,
    async programMemory() {
      const about = await program.callIfRunning('about', {});
      return about?.ok ? about.value.memory : undefined;
    },
    path: (path) =>
      stat(path).then(
        ({ mode, uid }) => ({ mode: mode & 0o777, isMine: uid === process.getuid?.() }),
        () => undefined,
      ),
    launcher: () => launcherState(places.launcher, places.socket),
    reachSts: () => reachSts({ env, clock: createClock() }),
    find: (name) => findProgram(name, env, platform),
    hasTrayHost: () => findTrayHost(platform),
  };
}
