import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Head } from '../../core/audit/chain.ts';
import type { AuditEntry } from '../../core/audit/entry.ts';
import { createFakeClock } from '../../core/fakes/fake-clock.ts';
import { createFakeKeychain } from '../../core/fakes/fake-keychain.ts';
import { ok } from '../../core/result.ts';
import { type AuditAnchor, createAuditAnchor } from './audit-anchor.ts';
import { type AuditLogOptions, createAuditLog } from './audit-log.ts';
import { readAuditPage } from './audit-reader.ts';

let place: string;
let folder: string;
const ends: (() => Promise<void>)[] = [];
const umask = process.umask();
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'audit-'));
  folder = join(place, 'rolecall', 'audit');
});
afterEach(async () => {
  process.umask(umask);
  for (const end of ends.splice(0)) await end();
  rmSync(place, { recursive: true, force: true });
});

const first = () => join(folder, 'audit-000001.jsonl');
const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').slice(0, -1);
const entry = (profile: string): AuditEntry => ({
  time: '2026-01-01T00:00:00.000Z',
  event: 'credentials',
  outcome: 'ok',
  profile,
});

function openLog(more: Partial<AuditLogOptions> = {}) {
  const clock = createFakeClock();
  const log = createAuditLog({ folder, clock, ...more });
  ends.push(() => log.end());
  const append = async (...profiles: string[]) => {
    for (const profile of profiles) expect(await log.append(entry(profile))).toEqual({ ok: true, value: undefined });
  };
  const report = async () => {
    const verified = await log.verify();
    if (!verified.ok) throw new Error(verified.failure.message);
    return verified.value;
  };
  return { log, clock, append, report };
}

/** An anchor in memory, as the keychain keeps it between two starts. */
function keptAnchor() {
  let kept: Head | undefined;
  const saved = vi.fn();
  const anchor: AuditAnchor = {
    read: async () => ok(kept),
    async save(head) {
      kept = head;
      saved(head);
      return ok(undefined);
    },
  };
  return { anchor, saved };
}

describe('the audit log in files', () => {
  it.each([0o000, 0o022, 0o077])('is private under umask %o', async (mask) => {
    process.umask(mask);
    await openLog().append('a');
    expect([statSync(first()).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it('takes a loosened mode back', async () => {
    await openLog().append('a');
    chmodSync(first(), 0o644);
    await openLog().append('b');
    expect(statSync(first()).mode & 0o777).toBe(0o600);
  });

  it('is one chain over starts and files', async () => {
    const small = { maxFileBytes: 1_000 };
    for (const name of ['a', 'b', 'c']) await openLog(small).append(name, name, name, name);
    expect(readdirSync(folder).length).toBeGreaterThan(2);
    expect(await openLog().report()).toMatchObject({ intact: true, lines: 12, first: 1, last: 12 });
  });

  it('keeps every one of many at once, in order', async () => {
    const { log, report } = openLog({ maxFileBytes: 20_000 });
    const all = await Promise.all(Array.from({ length: 300 }, (_, n) => log.append(entry(`p${n}`))));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await report()).toMatchObject({ intact: true, lines: 300 });
    const page = await log.page({ limit: 300 });
    expect(page.ok && page.value.entries.map(({ profile }) => profile)).toEqual(
      Array.from({ length: 300 }, (_, n) => `p${299 - n}`),
    );
  });

  it('puts the oldest files away and says so, so that the beginning is no cut', async () => {
    const { append, report } = openLog({ maxFileBytes: 500, keptFiles: 3 });
    await append(...Array.from({ length: 40 }, (_, n) => `p${n}`));
    expect(readdirSync(folder).length).toBeLessThanOrEqual(3);
    expect(await report()).toMatchObject({ intact: true, first: expect.toSatisfy((n: number) => n > 20) });
    unlinkSync(join(folder, readdirSync(folder).sort()[0] ?? ''));
    expect(await report()).toMatchObject({ intact: false, breaks: [{ kind: 'missing' }] });
  });

  it('pages and searches from the newest on', async () => {
    const { log, append } = openLog({ maxFileBytes: 600 });
    await append('dev', 'prod', 'dev', 'prod', 'Test');
    const page = async (query: object) => {
      const result = await log.page({ limit: 2, ...query });
      if (!result.ok) throw new Error(result.failure.message);
      return [result.value.entries.map(({ n }) => n), result.value.older];
    };
    expect(await page({})).toEqual([[5, 4], 4]);
    expect(await page({ before: 4 })).toEqual([[3, 2], 2]);
    expect(await page({ before: 2 })).toEqual([[1], null]);
    expect(await page({ profile: 'prod' })).toEqual([[4, 2], null]);
    expect(await page({ search: 'test CREDENTIALS' })).toEqual([[5], null]);
    expect(await page({ search: 'hash' })).toEqual([[], null]);
    expect(await page({ sinceAt: Date.UTC(2026, 0, 2) })).toEqual([[], null]);
    expect(await readAuditPage(join(place, 'nowhere'), { limit: 2 })).toEqual(ok({ entries: [], older: null }));
  });
});

describe('after a crash', () => {
  it('goes on behind a half line, and tells it from tampering', async () => {
    await openLog().append('a', 'b', 'c');
    truncateSync(first(), statSync(first()).size - 30);
    expect(await openLog().report()).toMatchObject({ intact: true, lines: 2, torn: [{ file: first(), line: 3 }] });
    const after = openLog();
    await after.append('d');
    expect(await after.report()).toMatchObject({ intact: true, lines: 4, torn: [{ line: 3 }] });
  });

  it('goes on in an empty file', async () => {
    await openLog().append('a', 'b');
    writeFileSync(join(folder, 'audit-000002.jsonl'), '');
    const after = openLog();
    await after.append('c');
    expect(await after.report()).toMatchObject({ intact: true, lines: 3 });
  });
});

describe('what cannot be written', () => {
  it('is refused with the reason, and leaves no half line', async () => {
    let broken = false;
    const { log, append, report } = openLog({
      async write(file, text) {
        if (!broken) return file.appendFile(text);
        await file.appendFile(text.slice(0, 20));
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      },
    });
    await append('a');
    broken = true;
    const refused = await log.append(entry('b'));
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'audit-failed' } });
    expect(!refused.ok && refused.failure.message).toContain('the disk is full');
    broken = false;
    await append('c');
    expect(await report()).toEqual(expect.objectContaining({ intact: true, lines: 2, torn: [] }));
  });

  it('is refused without a folder to write in, until there is one', async () => {
    mkdirSync(join(place, 'rolecall'));
    writeFileSync(folder, 'a file in its place');
    const { log, append } = openLog();
    expect(await log.append(entry('a'))).toMatchObject({ ok: false, failure: { kind: 'audit-failed' } });
    unlinkSync(folder);
    await append('a');
  });

  it('is refused when the last file is a link to somewhere else', async () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    symlinkSync(join(place, 'elsewhere'), first());
    expect(await openLog().log.append(entry('a'))).toMatchObject({ ok: false });
    expect(existsSync(join(place, 'elsewhere'))).toBe(false);
  });
});

describe('tampering while the program runs', () => {
  it.each([
    ['cut', () => truncateSync(first(), (linesOf(first())[0]?.length ?? 0) + 1)],
    ['removed', () => unlinkSync(first())],
    ['moved away', () => renameSync(first(), join(place, 'away'))],
    [
      'replaced',
      () => {
        const kept = readFileSync(first());
        unlinkSync(first());
        writeFileSync(first(), kept.subarray(0, 400));
      },
    ],
  ])('is noticed at the next entry when the file was %s', async (_how, tamper) => {
    const onTampered = vi.fn();
    const { append, report } = openLog({ onTampered });
    await append('a', 'b', 'c');
    tamper();
    await append('d');
    expect(onTampered).toHaveBeenCalledOnce();
    expect(onTampered.mock.calls[0]?.[0].message).toMatch(/entries \d to 3/);
    const { intact, breaks } = await report();
    expect(intact).toBe(false);
    expect(breaks).toContainEqual(expect.objectContaining({ kind: 'found-cut', to: 3 }));
  });

  it.each([
    ['more lines', ['x', 'y', 'z', 'forged']],
    ['as many lines', ['x', 'y', 'z']],
  ])('is noticed when another log with %s stands in its place', async (_how, profiles) => {
    const { anchor, saved } = keptAnchor();
    const onTampered = vi.fn();
    const { append, report, clock } = openLog({ anchor, onTampered });
    await append('a', 'b', 'c');
    rmSync(folder, { recursive: true });
    await openLog().append(...profiles);
    await append('d');
    expect(onTampered).toHaveBeenCalledOnce();
    clock.advance(5_000);
    await vi.waitFor(() => expect(saved).toHaveBeenCalled(), 30_000);
    expect((await report()).intact).toBe(false);
  });

  it('is noticed when well-linked entries were written behind it', async () => {
    const onTampered = vi.fn();
    const { append, report } = openLog({ onTampered });
    await append('a', 'b');
    await openLog().append('forged');
    await append('c');
    expect(onTampered.mock.calls[0]?.[0].message).toMatch(/entries 3 to 3/);
    expect((await report()).intact).toBe(false);
  });

  it('goes on behind its own line when that was written and could not be taken back', async () => {
    const onTampered = vi.fn();
    let fails = false;
    const { log, append, report } = openLog({
      onTampered,
      async write(file, text) {
        await file.appendFile(text, 'utf8');
        if (!fails) return;
        await file.close();
        throw new Error('the disk is gone');
      },
    });
    await append('a');
    fails = true;
    expect((await log.append(entry('b'))).ok).toBe(false);
    fails = false;
    await append('c');
    expect(onTampered).not.toHaveBeenCalled();
    expect(await report()).toMatchObject({ intact: true, lines: 3 });
  });

  it('is noticed when something was written behind it', async () => {
    const { append, report } = openLog();
    await append('a');
    appendFileSync(first(), '{"n":2,"prev":"forged"}\n');
    await append('b');
    expect((await report()).breaks).toEqual([{ kind: 'changed', file: first(), line: 2 }]);
  });
});

describe('with the keychain to vouch for the end', () => {
  const settled = async (saved: ReturnType<typeof vi.fn>, log: ReturnType<typeof openLog>) => {
    const before = saved.mock.calls.length;
    log.clock.advance(5_000);
    await vi.waitFor(() => expect(saved.mock.calls.length).toBeGreaterThan(before), 30_000);
  };

  it('a cut end is found without the program, and by its next start', async () => {
    const { anchor, saved } = keptAnchor();
    const before = openLog({ anchor });
    await before.append('a', 'b', 'c');
    await settled(saved, before);
    const [one = ''] = linesOf(first());
    writeFileSync(first(), `${one}\n`);
    expect((await openLog({ anchor }).report()).breaks).toEqual([
      { kind: 'cut', file: first(), line: 0, from: 2, to: 3 },
    ]);
    const onTampered = vi.fn();
    const after = openLog({ anchor, onTampered });
    await after.append('d');
    await settled(saved, after);
    expect(onTampered.mock.calls[0]?.[0].message).toContain('entries 3 to 3');
    // The keychain vouches for the new end, and the log itself remembers.
    expect((await after.report()).breaks).toMatchObject([{ kind: 'found-cut' }]);
  });

  it('a log that is gone whole is found', async () => {
    const { anchor, saved } = keptAnchor();
    const before = openLog({ anchor });
    await before.append('a', 'b');
    await settled(saved, before);
    rmSync(folder, { recursive: true });
    expect((await openLog({ anchor }).report()).breaks).toMatchObject([{ kind: 'cut', from: 1, to: 2 }]);
  });

  it('a log that was written anew is found', async () => {
    const { anchor, saved } = keptAnchor();
    const before = openLog({ anchor });
    await before.append('a', 'b');
    await settled(saved, before);
    await before.log.end();
    rmSync(folder, { recursive: true });
    await openLog().append('x', 'y', 'z');
    expect((await openLog({ anchor }).report()).breaks).toMatchObject([{ kind: 'rewritten' }]);
    const onTampered = vi.fn();
    const after = openLog({ anchor, onTampered });
    await after.append('d');
    await settled(saved, after);
    expect(onTampered).toHaveBeenCalledOnce();
  });

  it('without a change nothing is found, and nothing waits while nothing is written', async () => {
    const { anchor, saved } = keptAnchor();
    const onTampered = vi.fn();
    for (const name of ['a', 'b']) {
      const log = openLog({ anchor, onTampered });
      await log.append(name, name);
      await settled(saved, log);
      expect(log.clock.pending()).toBe(0);
    }
    expect(onTampered).not.toHaveBeenCalled();
    expect(await openLog({ anchor }).report()).toMatchObject({ intact: true, vouchedFor: 4 });
  });
});

describe('the anchor in the keychain', () => {
  it('is read back as it was saved', async () => {
    const { keychain } = createFakeKeychain();
    const anchor = createAuditAnchor(keychain, async () => true);
    expect(await anchor.read()).toEqual(ok(undefined));
    const head = { n: 12, hash: 'a'.repeat(64) };
    await anchor.save(head);
    expect(await anchor.read()).toEqual(ok(head));
  });

  it('leaves a locked keychain alone, so that nobody is asked for a password', async () => {
    const { keychain } = createFakeKeychain();
    const read = vi.spyOn(keychain, 'read');
    const save = vi.spyOn(keychain, 'save');
    const anchor = createAuditAnchor(keychain, async () => false);
    expect(await anchor.read()).toMatchObject({ failure: { kind: 'keychain-locked' } });
    expect(await anchor.save({ n: 1, hash: 'a'.repeat(64) })).toMatchObject({ failure: { kind: 'keychain-locked' } });
    expect([read.mock.calls, save.mock.calls]).toEqual([[], []]);
  });
});
