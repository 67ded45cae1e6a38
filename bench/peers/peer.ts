import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../e2e/harness/processes.ts';
import type { Figure } from '../figure.ts';
import { timedCommand } from '../lib/command.ts';
import { benchProfile } from '../lib/program.ts';
import { samples } from '../lib/samples.ts';
import { type BenchSandbox, benchSandbox } from '../lib/sandbox.ts';

type User = BenchSandbox['users'][number];
type Env = Readonly<Record<string, string>>;

export interface Peer {
  /** The command, as found in PATH. */
  readonly command: string;
  /** What its manual names for `credential_process`. */
  readonly args: (profile: string) => readonly string[];
  /** Its own settings; they lead to nothing of the person's. */
  readonly env: (home: string) => Env;
  /** Gives it the user's key, by its own means. */
  readonly prepare: (home: string, user: User, env: Env) => Promise<void>;
}

/**
 * Another tool doing what `credentials-warm` does: the same profile, the same
 * sandbox, asked once before. Left out where it is not installed.
 */
export function peerFigure({ command, args, env: own, prepare }: Peer): Figure {
  return {
    name: command,
    what: `${[command, ...args('PROFILE')].join(' ')}, warm`,
    unit: 'ms',
    floor: 'sh-curl',
    async measure(rig) {
      if ((await run('/bin/sh', ['-c', 'command -v "$0"', command])).status !== 0) return { skipped: 'not installed' };
      const [desktop, sandbox] = await Promise.all([rig.desktop(), benchSandbox(rig)]);
      const home = rig.folder();
      mkdirSync(join(home, '.aws'));
      writeFileSync(join(home, '.aws/config'), sandbox.awsConfig);
      // The sandbox is on loopback, which no proxy is asked for; AWS itself must not be reached by a benchmark.
      const nowhere = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' };
      const places = { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.local/share') };
      const env = { ...desktop.env, ...places, ...sandbox.environment, ...nowhere, ...own(home) };
      const user = sandbox.users.find(({ name }) => name === 'bob');
      if (!user) throw new Error('the sandbox has no bob');
      await prepare(home, user, env);
      // One that waits for a person must not wait for ever.
      return samples(30, () => timedCommand('timeout', ['20', command, ...args(benchProfile)], env));
    },
  };
}
