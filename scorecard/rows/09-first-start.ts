import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { startDesktop } from '../../e2e/harness/desktop.ts';
import { run, until } from '../../e2e/harness/processes.ts';
import { root } from '../../scripts/lib/paths.mjs';
import { validFile } from '../lib/config-files.ts';
import type { Row } from '../row.ts';

/** Everything below a folder: names, modes, times of change and bytes. */
function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const stats = lstatSync(path, { bigint: true });
      const inside = stats.isSymbolicLink() ? readlinkSync(path) : stats.isFile() ? readFileSync(path, 'latin1') : '';
      return `${name} ${stats.mode} ${stats.mtimeNs} ${stats.ino} ${inside}`;
    });
}

export const firstStart: Row = {
  number: 9,
  name: 'first start of the real program on a populated home',
  target: '0 bytes changed',
  async run({ random, defended }) {
    const cli = join(root, 'dist/cli.js');
    if (!existsSync(cli)) throw new Error('nothing is built: npm run build');
    const desktop = await startDesktop();
    try {
      const aws = join(desktop.home, '.aws');
      mkdirSync(join(aws, 'sso/cache'), { recursive: true, mode: 0o755 });
      writeFileSync(join(desktop.home, 'dotfiles'), validFile(random, ['default', 'base', 'dev', 'prod']), 'latin1');
      symlinkSync('../dotfiles', join(aws, 'config'));
      const keys = '[base]\r\naws_access_key_id=AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key=canary\r\n# \xff';
      writeFileSync(join(aws, 'credentials'), keys, { encoding: 'latin1', mode: 0o644 });
      writeFileSync(join(aws, 'sso/cache/x.json'), '{"accessToken":"canary"}');
      writeFileSync(join(desktop.home, '.bashrc'), 'export AWS_PROFILE=dev\n');
      const seen = () => [
        ...everything(aws),
        ...['dotfiles', '.bashrc'].map((name) => readFileSync(join(desktop.home, name), 'latin1')),
      ];
      const before = seen();
      const env = {
        ...desktop.env,
        ...(process.env.ELECTRON_OVERRIDE_DIST_PATH && {
          ELECTRON_OVERRIDE_DIST_PATH: process.env.ELECTRON_OVERRIDE_DIST_PATH,
        }),
      };
      const rolecall = (...args: string[]) => run(process.execPath, [cli, ...args], { env });
      const list = await rolecall('list', '--json');
      if (list.status !== 0) throw new Error(`the program did not start: ${list.stderr}`);
      // What a program that knows better would do at its first start.
      if (!defended) await rolecall('config', 'default', 'on');
      await rolecall('open');
      await rolecall('quit');
      await until('the program to end', async () => (await rolecall('status', '--json')).stdout.includes('false'));
      const after = seen();
      const changed = Math.abs(after.length - before.length) + before.filter((line) => !after.includes(line)).length;
      const profiles = JSON.parse(list.stdout).profiles.length;
      return {
        figure: `${changed} of ${before.length} files changed, after a start that listed ${profiles} profiles`,
        passed: changed === 0 && profiles > 0,
      };
    } finally {
      await desktop.close();
    }
  },
};
