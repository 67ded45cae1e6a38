import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../core/failure.ts';
import { type FakeOptions, runFake } from './fake-world.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rolecall-rename-'));
  mkdirSync(join(home, 'data'));
  writeFileSync(join(home, 'config'), '[profile base]\nregion = eu-west-1\n[profile plain]\nregion = eu-west-1\n');
  const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', userArn: 'arn:aws:iam::111122223333:user/ada', addedAt: 0 };
  writeFileSync(join(home, 'data', 'settings.json'), JSON.stringify({ accessKeys: { base: key } }));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const rolecall = (argv: string[], options: FakeOptions = {}) =>
  runFake(argv, {
    ...options,
    env: {
      AWS_CONFIG_FILE: join(home, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
      ROLECALL_DATA_DIR: join(home, 'data'),
    },
  });

describe('a profile with a key in the keychain', () => {
  it('takes it along when it is renamed', async () => {
    const answers = { moveProfile: { keyMoved: true } };
    const { sent, stderr, status } = await rolecall(['config', 'rename', 'base', 'root user'], { answers });
    expect(status).toBe(0);
    expect(sent).toEqual([{ name: 'moveProfile', input: { from: 'base', to: 'root user' } }]);
    expect(stderr).toContain('has the new name');
  });

  it('says what to do when the program could not move it', async () => {
    const failures = { moveProfile: failure('locked', 'Rolecall is locked.', 'Unlock it.') };
    const { stderr, status } = await rolecall(['config', 'rename', 'base', 'root user'], { failures });
    expect(status).toBe(0);
    expect(stderr).toContain('did not follow: Rolecall is locked.');
    expect(stderr).toContain("rolecall keys add 'root user'");
  });

  it('leaves it when it is removed, and says so', async () => {
    const { sent, stderr, status } = await rolecall(['config', 'remove', 'base']);
    expect([sent, status]).toEqual([[], 0]);
    expect(stderr).toContain('rolecall keys remove base');
  });
});

it('a profile of which Rolecall keeps nothing is renamed and removed without the program', async () => {
  const renamed = await rolecall(['config', 'rename', 'plain', 'simple'], { running: false });
  const removed = await rolecall(['config', 'remove', 'simple'], { running: false });
  expect([renamed.status, removed.status, renamed.started, removed.started]).toEqual([0, 0, 0, 0]);
  expect(removed.stderr).not.toContain('keychain');
});
