import { createHash } from 'node:crypto';
import type { TakenLines } from '../../core/access-keys/taken-key.ts';
import type { AccessKey } from '../../core/credentials.ts';
import { ok, type Result } from '../../core/result.ts';
import { type ByteText, decodeText } from '../bytes.ts';
import type { Target } from '../edit-find.ts';
import { applySplices, removeLines, type Splice } from '../edit-lines.ts';
import { type Entry, isBlank } from '../parse-syntax.ts';
import { findKey } from './find-key.ts';

/** What taking a key out of one file changes, and what it takes to put it back. */
export interface TakenOut {
  readonly after: ByteText;
  readonly key: AccessKey;
  readonly chunks: readonly TakenLines[];
  /** 1-based, ascending. */
  readonly lines: readonly number[];
}

/** Takes the two lines of a profile's key out; every other byte stays. `undefined` when there is no key. */
export function takeLines(text: ByteText, target: Target): Result<TakenOut | undefined> {
  const found = findKey(text, target);
  if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
  const { section, id, secret } = found.value;
  const [first, second] = id.start < secret.start ? [id, secret] : [secret, id];
  const splices =
    first.end === second.start
      ? [removeLines(text, first.start, second.end)]
      : [removeLines(text, first.start, first.end), removeLines(text, second.start, second.end)];
  const marks = [
    { ...valueRange(text, id), own: 'id' as const },
    { ...valueRange(text, secret), own: 'secret' as const },
  ].sort((a, b) => a.start - b.start);
  return ok({
    after: applySplices(text, splices),
    key: { accessKeyId: decodeText(id.value), secretAccessKey: decodeText(secret.value) },
    chunks: splices.map((splice) => ({
      behind: anchorOf(text, section.start, splice.start),
      parts: partsOf(text, splice, marks),
    })),
    lines: [first.line, second.line],
  });
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly own: 'id' | 'secret';
}

function valueRange(text: ByteText, entry: Entry): { start: number; end: number } {
  let start = text.indexOf('=', entry.keyStart) + 1;
  while (isBlank(text.charCodeAt(start))) start++;
  return { start, end: start + entry.value.length };
}

function partsOf(text: ByteText, splice: Splice, marks: readonly Mark[]): TakenLines['parts'] {
  const parts: TakenLines['parts'] = [];
  let at = splice.start;
  for (const mark of marks.filter(({ start, end }) => start >= splice.start && end <= splice.end)) {
    parts.push(text.slice(at, mark.start), { own: mark.own });
    at = mark.end;
  }
  parts.push(text.slice(at, splice.end));
  return parts;
}

/** The line before `at`: its end, and where the line behind it begins. */
export interface LineAt {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly next: number;
}

/** The lines that begin in a part of the text; at its very end an empty last line is one, too. */
export function linesBetween(text: ByteText, from: number, to: number): LineAt[] {
  const lines: LineAt[] = [];
  for (let start = from; start < to; ) {
    const lineBreak = text.indexOf('\n', start);
    const next = lineBreak < 0 ? text.length : lineBreak + 1;
    const end = lineBreak < 0 ? next : text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
    lines.push({ start, end: Math.max(start, end), next });
    start = next;
  }
  if (to === text.length && text.endsWith('\n')) lines.push({ start: to, end: to, next: to });
  return lines;
}

/** Enough to know a line again, and not to read it: it may be anything. */
export function digestOf(text: ByteText, { start, end }: LineAt): string {
  return createHash('sha256').update(text.slice(start, end), 'latin1').digest('hex').slice(0, 16);
}

function anchorOf(text: ByteText, sectionStart: number, at: number): TakenLines['behind'] {
  // At the end of a file without a last line break, what is taken out begins with the end of the line before.
  const open = text[at] === '\n' || text[at] === '\r';
  const before = linesBetween(text, sectionStart, open ? at + 1 : at);
  const digests = before.map((line) => digestOf(text, line));
  const digest = digests.at(-1) ?? '';
  return { digest, nth: digests.filter((one) => one === digest).length };
}
