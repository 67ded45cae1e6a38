import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainLine, type Head, noHead, readChained, readEntry } from './chain.ts';
import type { AuditEntry } from './entry.ts';
import { createVerifier } from './verify.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const entry = (profile: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  time: '2026-01-01T00:00:00.000Z',
  event: 'credentials',
  outcome: 'ok',
  profile,
  ...more,
});

function chainOf(entries: readonly AuditEntry[], from: Head = noHead) {
  let head = from;
  const lines = entries.map((each) => {
    const made = chainLine(each, head, digest);
    head = made.head;
    return made.line;
  });
  return { lines, head };
}

function verify(lines: readonly string[], anchor?: Head, half?: string) {
  const verifier = createVerifier(digest, anchor);
  lines.forEach((text, at) => {
    verifier.take({ file: 'log', line: at + 1, text, ended: true });
  });
  if (half !== undefined) verifier.take({ file: 'log', line: lines.length + 1, text: half, ended: false });
  return verifier.report();
}

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const { lines, head } = chainOf(names.map((name) => entry(name)));
const at = (index: number) => lines[index] as string;

describe('a chained line', () => {
  it('carries the digest of the one before, and its own', () => {
    const [first, second] = [readChained(at(0), digest), readChained(at(1), digest)];
    expect(first).toEqual({ n: 1, prev: noHead.hash, hash: second?.prev });
    expect(second?.n).toBe(2);
  });

  it('is read back as it was written', () => {
    expect(readEntry(at(2))).toEqual({ n: 3, ...entry('c') });
  });

  it.each([
    ['a byte of it', at(2).replace('"profile":"c"', '"profile":"x"')],
    ['its number', at(2).replace('"n":3', '"n":4')],
    ['a blank at its end', `${at(2)} `],
    ['a blank in it', at(2).replace(',"time"', ', "time"')],
    ['its end', at(2).slice(0, -9)],
  ])('is none with %s changed', (_what, text) => {
    expect(readChained(text, digest)).toBeUndefined();
  });

  it('may hold anything in its texts', () => {
    const evil = '"},"hash":"\n\u2028{"n":1,"prev":"';
    const { line } = chainLine(entry(evil), noHead, digest);
    expect(line).not.toContain('\n');
    expect(readChained(line, digest)?.n).toBe(1);
    expect(readEntry(line)?.profile).toBe(evil);
  });
});

describe('verifying', () => {
  it('finds an intact log intact, with and without something that vouches for its end', () => {
    expect(verify(lines)).toEqual({
      intact: true,
      lines: 6,
      first: 1,
      last: 6,
      breaks: [],
      torn: [],
      vouchedFor: null,
    });
    expect(verify(lines, head)).toMatchObject({ intact: true, vouchedFor: 6 });
    expect(verify([], undefined)).toMatchObject({ intact: true, lines: 0, first: 0 });
  });

  it('names a changed line, and that one alone', () => {
    const changed = lines.with(2, at(2).replace('"c"', '"x"'));
    expect(verify(changed, head)).toMatchObject({ intact: false, breaks: [{ kind: 'changed', file: 'log', line: 3 }] });
    expect(verify(changed).breaks).toHaveLength(1);
  });

  it('names the last line when it was changed', () => {
    const changed = lines.with(5, at(5).replace('"f"', '"x"'));
    expect(verify(changed).breaks).toEqual([{ kind: 'changed', file: 'log', line: 6 }]);
  });

  it('names a line that was written anew with a digest that fits, by the one that does not link to it', () => {
    const forged = chainLine(entry('x'), { n: 2, hash: readChained(at(1), digest)?.hash ?? '' }, digest).line;
    expect(verify(lines.with(2, forged)).breaks).toEqual([{ kind: 'unlinked', file: 'log', line: 4 }]);
  });

  it('names lines that were cut out', () => {
    expect(verify([...lines.slice(0, 2), ...lines.slice(4)], head).breaks).toEqual([
      { kind: 'missing', file: 'log', line: 3, from: 3, to: 4 },
    ]);
  });

  it('names an inserted line', () => {
    const forged = chainLine(entry('x'), { n: 1, hash: readChained(at(0), digest)?.hash ?? '' }, digest).line;
    expect(verify([at(0), forged, ...lines.slice(1)], head).breaks[0]).toEqual({
      kind: 'out-of-place',
      file: 'log',
      line: 3,
    });
    expect(verify([...lines.slice(0, 3), at(1), ...lines.slice(3)]).breaks).toEqual([
      { kind: 'out-of-place', file: 'log', line: 4 },
    ]);
    expect(verify([at(0), 'hello', ...lines.slice(1)]).breaks).toContainEqual({
      kind: 'changed',
      file: 'log',
      line: 2,
    });
  });

  it('names reordered lines', () => {
    expect(verify([at(0), at(2), at(1), ...lines.slice(3)], head).breaks).toEqual([
      { kind: 'missing', file: 'log', line: 2, from: 2, to: 2 },
      { kind: 'out-of-place', file: 'log', line: 3 },
    ]);
  });

  it('names a cut beginning, but not one that the log itself put away', () => {
    expect(verify(lines.slice(2)).breaks).toEqual([{ kind: 'missing', file: 'log', line: 1, from: 1, to: 2 }]);
    const pruning = entry('', { event: 'log-pruned', lines: { from: 1, to: 2 } });
    const pruned = chainOf([entry('a'), entry('b'), entry('c'), pruning, entry('d')]);
    expect(verify(pruned.lines.slice(2), pruned.head)).toMatchObject({ intact: true, first: 3 });
    expect(verify(pruned.lines.slice(3)).breaks).toMatchObject([{ kind: 'missing', from: 3, to: 3 }]);
  });

  it('names a cut end only when something outside vouches for it', () => {
    expect(verify(lines.slice(0, 4))).toMatchObject({ intact: true, vouchedFor: null });
    expect(verify(lines.slice(0, 4), head)).toMatchObject({
      intact: false,
      breaks: [{ kind: 'cut', from: 5, to: 6 }],
      vouchedFor: 4,
    });
    expect(verify([], head).breaks).toMatchObject([{ kind: 'cut', from: 1, to: 6 }]);
    const before = chainOf(names.slice(0, 4).map((name) => entry(name))).head;
    expect(verify(lines, before)).toMatchObject({ intact: true, vouchedFor: 4 });
  });

  it('names a log that was written anew from its beginning', () => {
    const anew = chainOf(['x', 'y', 'z', 'd', 'e', 'f'].map((name) => entry(name)));
    expect(verify(anew.lines)).toMatchObject({ intact: true });
    expect(verify(anew.lines, head).breaks).toMatchObject([{ kind: 'rewritten' }]);
  });

  it('tells a half last line, as a crash leaves it, from tampering', () => {
    expect(verify(lines.slice(0, 5), undefined, at(5).slice(0, 40))).toMatchObject({
      intact: true,
      lines: 5,
      torn: [{ file: 'log', line: 6 }],
    });
    const { hash } = readChained(at(4), digest) ?? { hash: '' };
    const half = at(5).slice(0, 40);
    const note = entry('', { event: 'log-torn', torn: digest(half) });
    const after = chainOf([note, entry('g')], { n: 5, hash }).lines;
    expect(verify([...lines.slice(0, 5), half, ...after])).toMatchObject({
      intact: true,
      torn: [{ file: 'log', line: 6 }],
    });
    // The same half line for which nobody answers, or one that was changed since.
    expect(verify([...lines.slice(0, 5), half, ...after.slice(1)])).toMatchObject({ intact: false });
    expect(verify([...lines.slice(0, 5), `${half}x`, ...after]).breaks).toMatchObject([{ kind: 'changed', line: 6 }]);
    // And one that AWS's answer already waited for: the keychain knows of it.
    expect(verify(lines.slice(0, 5), head, half).breaks).toMatchObject([{ kind: 'cut', from: 6, to: 6 }]);
  });

  it('repeats what the program itself found cut', () => {
    const cut = entry('', { event: 'log-cut', lines: { from: 7, to: 9 } });
    const after = chainOf([cut], head).lines;
    expect(verify([...lines, ...after]).breaks).toEqual([{ kind: 'found-cut', file: 'log', line: 7, from: 7, to: 9 }]);
  });
});
