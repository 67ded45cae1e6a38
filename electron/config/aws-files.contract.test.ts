import { existsSync, readFileSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../core/result.ts';
import { createAwsFiles } from './aws-files.ts';
import { type FileSystem, realFileSystem } from './file-system.ts';
import { writeSafely } from './write-safely.ts';

let home: string;
let config: string;
const original =
  '[default]\nregion = eu-west-1\n\n[profile a]\nrole_arn = arn:aws:iam::1:role/a\nsource_profile = base\n';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'rolecall-files-'));
  await mkdir(join(home, '.aws'));
  config = join(home, '.aws', 'config');
  await writeFile(config, original);
});
afterEach(() => rm(home, { recursive: true, force: true }));

const files = () => createAwsFiles({ environment: {}, home, launcher: '/d/bin/rolecall' });
const read = () => readFileSync(config, 'utf8');
const append = (line: string) => (bytes: Buffer) => ok(Buffer.concat([bytes, Buffer.from(line)]));

describe('the AWS files', () => {
  it('show an edit before it is written, write it, and take it back to the byte', async () => {
    const port = files();
    const edits = [
      { kind: 'adopt', profile: 'a' },
      { kind: 'hand-over-default' },
      { kind: 'default-region', region: 'us-east-1' },
    ] as const;
    for (const edit of edits) {
      const preview = await port.preview(edit);
      expect(await port.apply(edit)).toEqual(preview);
    }
    expect(read()).toContain('rolecall_role_arn = arn:aws:iam::1:role/a');
    expect((await port.read()).profiles.get('default')).toMatchObject({
      region: 'us-east-1',
      credential_process: '/d/bin/rolecall credentials',
    });
    await port.apply({ kind: 'release', profile: 'a' });
    await port.apply({ kind: 'take-back-default' });
    expect(read()).toBe(original);
    expect(readFileSync(`${config}.before-rolecall`, 'utf8')).toBe(original);
  });

  it('set one key of a profile, and remove it again to the byte', async () => {
    const port = files();
    const edit = { kind: 'set-key', profile: 'a', key: 'duration_seconds', value: '3600' } as const;
    const preview = await port.preview(edit);
    expect(preview).toMatchObject({ ok: true, value: { diff: expect.stringContaining('+duration_seconds = 3600') } });
    expect(read()).toBe(original);
    expect(await port.apply(edit)).toEqual(preview);
    expect((await port.read()).profiles.get('a')).toMatchObject({ duration_seconds: '3600' });
    await port.apply({ ...edit, value: null });
    expect(read()).toBe(original);
  });

  it('never show a key in a preview', async () => {
    await writeFile(
      config,
      '[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\naws_secret_access_key = canary\naws_session_token: canary==\n',
    );
    const preview = await files().preview({ kind: 'adopt', profile: 'a' });
    expect(preview).toMatchObject({ ok: true, value: { diff: expect.stringContaining('+rolecall_role_arn') } });
    expect(JSON.stringify(preview)).not.toContain('canary');
  });

  it('are empty when missing, and a problem when unreadable', async () => {
    await rm(config);
    expect((await files().read()).profiles.size).toBe(0);
    await mkdir(config);
    expect((await files().read()).problems).toMatchObject([{ file: config }]);
  });

  it('know without reading whether they are as they were read', async () => {
    const port = files();
    expect(await port.isCurrent()).toBe(false);
    await port.read();
    expect(await port.isCurrent()).toBe(true);
    const credentials = join(home, '.aws', 'credentials');
    const changes = [
      () => writeFile(config, `${original}#`),
      () => writeFile(credentials, ''),
      () => writeFile(join(home, 'new'), original).then(() => rename(join(home, 'new'), config)),
      () => rm(credentials),
      () => rm(config).then(() => symlink('../target', config)),
      () => writeFile(join(home, 'target'), original),
    ];
    for (const change of changes) {
      await change();
      expect(await port.isCurrent()).toBe(false);
      await port.read();
      expect(await port.isCurrent()).toBe(true);
    }
  });

  it('tell of changes in place, by rename, through a link, and of a file that was missing', async () => {
    let heard: () => void = () => undefined;
    const next = () => new Promise<void>((resolve) => (heard = resolve));
    await rm(join(home, '.aws'), { recursive: true });
    const ready = next();
    const stop = files().watch(() => heard());
    await ready;
    const tell = async (change: () => Promise<unknown>) => {
      const told = next();
      await change();
      await told;
    };
    await tell(() => mkdir(join(home, '.aws')));
    await tell(() => writeFile(config, '[default]\n'));
    await tell(async () => {
      await writeFile(join(home, 'new'), '[default]\n#\n');
      await rename(join(home, 'new'), config);
    });
    await writeFile(join(home, 'target'), '');
    await tell(async () => {
      await rm(config);
      await symlink('../target', config);
    });
    await tell(() => rm(join(home, 'target')));
    stop();
  });
});

describe('writing safely', () => {
  it('loses no update of many writers at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => writeSafely(config, append(`# ${i}\n`))));
    for (let i = 0; i < 40; i++) expect(read()).toContain(`# ${i}\n`);
    expect((await readdir(join(home, '.aws'))).sort()).toEqual(['config', 'config.before-rolecall']);
  });

  it('starts again from what another program wrote in between, also while the file was being replaced', async () => {
    for (const moment of ['mayWrite', 'rename'] as const) {
      await writeFile(config, original);
      let meddled = false;
      const fs: FileSystem = {
        ...realFileSystem,
        [moment]: async (...paths: [string, string]) => {
          if (!meddled) await writeFile(config, `${original}# theirs\n`);
          meddled = true;
          await (realFileSystem[moment] as (...paths: string[]) => Promise<void>)(...paths);
        },
      };
      expect(await writeSafely(config, append('# ours\n'), fs)).toMatchObject({ ok: true });
      expect(read()).toBe(`${original}# theirs\n# ours\n`);
    }
  });

  it.each(['ENOSPC', 'EROFS', 'EACCES'])('leaves the file as it was when a step fails with %s', async (code) => {
    const fail = async () => {
      throw Object.assign(new Error(code), { code });
    };
    for (const step of ['open', 'mayWrite', 'link', 'rename', 'lock'] as const) {
      const result = await writeSafely(config, append('x'), { ...realFileSystem, [step]: fail });
      expect(result.ok, step).toBe(false);
      expect(read()).toBe(original);
    }
    for (const step of ['write', 'sync', 'chmod'] as const) {
      const open: FileSystem['open'] = async (...how) => ({ ...(await realFileSystem.open(...how)), [step]: fail });
      expect((await writeSafely(config, append('x'), { ...realFileSystem, open })).ok).toBe(false);
      expect(read()).toBe(original);
    }
    expect((await readdir(join(home, '.aws'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps links of every kind and replaces what they point to', async () => {
    const links: [string, string][] = [
      ['relative', 'real'],
      ['absolute', join(home, 'real')],
      ['chained', 'relative'],
      ['dangling', 'elsewhere/not-there'],
    ];
    await writeFile(join(home, 'real'), '');
    for (const [name, to] of links) {
      await symlink(to, join(home, name));
      expect(await writeSafely(join(home, name), append(`${name}\n`))).toMatchObject({ ok: true });
      expect((await lstat(join(home, name))).isSymbolicLink()).toBe(true);
    }
    expect(readFileSync(join(home, 'real'), 'utf8')).toBe('relative\nabsolute\nchained\n');
    expect(readFileSync(join(home, 'elsewhere', 'not-there'), 'utf8')).toBe('dangling\n');
    await symlink('.aws', join(home, 'folder'));
    await writeSafely(join(home, 'folder', 'config'), append('#\n'));
    expect(read()).toBe(`${original}#\n`);
  });

  it('never loosens a mode, whatever the umask', async () => {
    const before = process.platform === 'win32' ? 0 : process.umask(0);
    try {
      await chmod(config, 0o640);
      await writeSafely(config, append('#\n'));
      await writeSafely(join(home, 'new', 'config'), append('#\n'));
      const mode = async (...path: string[]) => (await stat(join(home, ...path))).mode & 0o777;
      expect(await mode('.aws', 'config')).toBe(0o640);
      expect(await mode('.aws', 'config.before-rolecall')).toBe(0o600);
      expect(await mode('new', 'config')).toBe(0o600);
      expect(await mode('new')).toBe(0o700);
    } finally {
      process.umask(before);
    }
  });

  it('sweeps what a killed writer left, and touches nothing when the edit is refused', async () => {
    const stale = join(home, '.aws', '.config.rolecall-0123456789ab.tmp');
    await writeFile(stale, 'half');
    await writeSafely(config, () => failed({ kind: 'bad-input', message: 'no', remedy: 'no' }));
    expect(existsSync(stale)).toBe(false);
    expect(existsSync(`${config}.before-rolecall`)).toBe(false);
    expect(read()).toBe(original);
  });
});
