import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../core/settings.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { openSettings } from './settings-file.ts';

let folder: string;
let path: string;
const umask = process.umask();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  path = join(folder, 'rolecall', 'settings.json');
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});
const mode = (file: string) => statSync(file).mode & 0o777;
function put(text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('settings', () => {
  it('start with the defaults and write nothing unasked', async () => {
    const { store, problem } = await openSettings(path);
    expect(store.get()).toEqual(defaultSettings);
    expect(problem).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are there after the next start, every one of concurrent changes', async () => {
    const { store } = await openSettings(path);
    const names = Array.from({ length: 20 }, (_, n) => `p${n}`);
    await Promise.all(names.map((name) => store.update((now) => ({ ...now, pins: [...now.pins, name] }))));
    expect(store.get().pins).toEqual(names);
    expect((await openSettings(path)).store.get().pins).toEqual(names);
    expect(readdirSync(dirname(path))).toEqual(['settings.json']);
  });

  it('keep the keys of a newer Rolecall', async () => {
    put('{"pins":["a"],"colours":{"a":"red"}}');
    const { store } = await openSettings(path);
    await store.update((now) => ({ ...now, pins: [] }));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pins: [], colours: { a: 'red' } });
  });

  it.each(['', '{', '{"pins":7}', '[]', 'null'])('keep a corrupt file aside and say so: %j', async (text) => {
    put(text);
    const { store, problem } = await openSettings(path, () => Date.parse('2026-03-01T12:00:00Z'));
    expect(store.get()).toEqual(defaultSettings);
    expect(problem?.kind).toBe('file-unreadable');
    const aside = `${path}.corrupt-20260301T120000000Z`;
    expect(problem?.remedy).toContain(aside);
    expect(readFileSync(aside, 'utf8')).toBe(text);
    expect(await store.update((now) => now)).toMatchObject({ ok: true });
    expect(readFileSync(aside, 'utf8')).toBe(text);
  });

  it.skipIf(process.getuid?.() === 0)('leave an unreadable file alone', async () => {
    put('{"pins":["a"]}');
    chmodSync(path, 0o000);
    const { store, problem } = await openSettings(path);
    expect(problem?.kind).toBe('file-unreadable');
    expect(await store.update((now) => ({ ...now, pins: [] }))).toMatchObject({ failure: { kind: 'file-unreadable' } });
    chmodSync(path, 0o600);
    expect(readFileSync(path, 'utf8')).toBe('{"pins":["a"]}');
  });

  it('say when they cannot be saved, and stay as they were', async () => {
    const { store } = await openSettings(join(folder, 'a-file', 'settings.json'));
    writeFileSync(join(folder, 'a-file'), '');
    const result = await store.update((now) => ({ ...now, pins: ['x'] }));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'file-write' } });
    expect(store.get().pins).toEqual([]);
  });
});

describe('writeFileAtomic', () => {
  it.each([0o000, 0o022, 0o077])('has exact modes under umask %o', async (mask) => {
    process.umask(mask);
    await writeFileAtomic(path, 'a');
    expect([mode(path), mode(dirname(path))]).toEqual([0o600, 0o700]);
    await writeFileAtomic(path, 'b', 0o700);
    expect([mode(path), readFileSync(path, 'utf8')]).toEqual([0o700, 'b']);
  });

  it('keeps a symbolic link and replaces its target', async () => {
    const real = join(folder, 'real.json');
    const link = join(folder, 'link.json');
    writeFileSync(real, 'old');
    symlinkSync('real.json', link);
    await writeFileAtomic(link, 'new');
    expect(readFileSync(real, 'utf8')).toBe('new');
  });

  it('sweeps what a killed process left, and only that', async () => {
    mkdirSync(dirname(path));
    writeFileSync(`${path}.0123456789ab.tmp`, 'half');
    writeFileSync(`${path}.mine.tmp`, 'not ours');
    await writeFileAtomic(path, 'x');
    expect(readdirSync(dirname(path)).sort()).toEqual(['settings.json', 'settings.json.mine.tmp']);
  });
});
