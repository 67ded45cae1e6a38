import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAwsFiles } from '../aws-files.ts';
import { createClearKeyFiles } from './clear-key-files.ts';

const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const lines = `aws_access_key_id = ${key.accessKeyId}\naws_secret_access_key = ${key.secretAccessKey}\n`;
const original = `# mine\n[dev]\n${lines}region = x\n\n[other]\n${lines}`;
let home: string;
let aws: string;
let credentials: string;
let config: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'rolecall-keys-'));
  aws = join(home, '.aws');
  await mkdir(aws);
  [credentials, config] = [join(aws, 'credentials'), join(aws, 'config')];
  await writeFile(credentials, original);
  await writeFile(config, '[profile dev]\nregion = eu-west-1\n[profile role]\nrole_arn = r\nsource_profile = dev\n');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const files = () => createClearKeyFiles({ environment: {}, home });
const read = (path = credentials) => readFileSync(path, 'utf8');
async function found(profile = 'dev') {
  const clear = await files().find(profile);
  if (!clear.ok || !clear.value) throw new Error('no key was found');
  return clear.value;
}

it('finds keys in both files, with their lines, and shows an edit without them', async () => {
  expect(await files().profiles()).toEqual({ ok: true, value: ['dev', 'other'] });
  const clear = await found();
  expect(clear).toMatchObject({ key, places: [{ path: credentials, lines: [3, 4] }] });
  expect(clear.previews[0]?.diff).toContain('-aws_secret_access_key = (hidden)');
  expect(JSON.stringify([clear.previews, clear.places, clear.taken])).not.toContain('canary');
  expect(read()).toBe(original);
});

it('removes just those lines, and puts them back to the byte', async () => {
  const clear = await found();
  const taken = await files().take(clear);
  expect(taken).toEqual({ ok: true, value: clear.previews });
  expect(read()).toBe(`# mine\n[dev]\nregion = x\n\n[other]\n${lines}`);
  // Taken already: an attempt that ended in between goes on.
  expect(await files().take(clear)).toMatchObject({ ok: true });
  expect(await files().putBack('dev', key, clear.taken)).toMatchObject({ ok: true });
  expect(await files().putBack('dev', key, clear.taken)).toMatchObject({ ok: true, value: [{ diff: '' }] });
  expect(read()).toBe(original);
});

it('lets what others changed in between stand', async () => {
  const clear = await found();
  await files().take(clear);
  await writeFile(credentials, read().replace('region = x', 'region = y').replace('# mine', '# theirs'));
  await files().putBack('dev', key, clear.taken);
  expect(read()).toBe(original.replace('region = x', 'region = y').replace('# mine', '# theirs'));
});

it('does not remove lines that are others by now', async () => {
  const clear = await found();
  const now = original.replace(key.secretAccessKey, 'another');
  await writeFile(credentials, now);
  expect(await files().take(clear)).toMatchObject({ failure: { kind: 'file-changed' } });
  expect(read()).toBe(now);
});

it('leaves no copy of the secret: neither in a backup nor in a temporary file', async () => {
  // One made before copies were without secrets, and one a killed writer left.
  await writeFile(`${credentials}.before-rolecall`, original);
  await writeFile(join(aws, '.credentials.rolecall-0123456789ab.tmp'), original);
  for (const profile of ['dev', 'other']) expect((await files().take(await found(profile))).ok).toBe(true);
  for (const name of await readdir(aws)) expect(read(join(aws, name)), name).not.toContain('canary');
  expect(read(`${credentials}.before-rolecall`)).toContain(
    `aws_access_key_id = ${key.accessKeyId}\naws_secret_access_key = (`,
  );
});

it('makes a backup with every byte but the secrets, whichever edit is the first', async () => {
  await writeFile(config, `${read(config)}[profile c]\n${lines}`);
  const before = read(config);
  await createAwsFiles({ environment: {}, home, launcher: '/d/rolecall' }).apply({ kind: 'adopt', profile: 'role' });
  expect(read(`${config}.before-rolecall`)).toBe(before.replace(key.secretAccessKey, '(not kept in this copy)'));
  expect((await stat(`${config}.before-rolecall`)).mode & 0o777).toBe(0o600);
});

it('tells of copies that others made, and does not touch them', async () => {
  await writeFile(join(aws, 'credentials.bak'), original);
  await writeFile(join(aws, 'notes'), 'nothing');
  await symlink('credentials.bak', join(aws, 'link'));
  const clear = await found();
  await files().take(clear);
  expect(await files().copies(key)).toEqual([join(aws, 'credentials.bak'), join(aws, 'link')]);
  expect(read(join(aws, 'credentials.bak'))).toBe(original);
});

it('takes the same key out of both files, and refuses two different ones with their lines', async () => {
  await writeFile(config, `[profile dev]\n${lines}`);
  const clear = await found();
  expect(clear.places.map(({ path }) => path)).toEqual([credentials, config]);
  await files().take(clear);
  expect(read(config)).toBe('[profile dev]\n');
  await files().putBack('dev', key, clear.taken);
  expect([read(), read(config)]).toEqual([original, `[profile dev]\n${lines}`]);

  await writeFile(config, `[profile dev]\n${lines.replace('canary', 'different')}`);
  const two = await files().find('dev');
  expect(two).toMatchObject({ failure: { kind: 'file-ambiguous', message: expect.stringContaining('(lines 2, 3)') } });
  expect(JSON.stringify(two)).not.toMatch(/canary|different\/K7/);
});

it('names file and lines of what it refuses', async () => {
  await writeFile(credentials, `[dev]\n${lines}[dev]\n${lines}`);
  expect(await files().find('dev')).toMatchObject({
    failure: { kind: 'file-ambiguous', profile: 'dev', message: expect.stringMatching(/credentials.*lines 1 and 4/) },
  });
});

it('puts a key back into a file that is gone', async () => {
  const clear = await found();
  await rm(credentials);
  await files().putBack('dev', key, clear.taken);
  expect(read()).toBe(`[dev]\n${lines}`);
  expect((await stat(credentials)).mode & 0o777).toBe(0o600);
  expect(existsSync(`${credentials}.before-rolecall`)).toBe(false);
});
