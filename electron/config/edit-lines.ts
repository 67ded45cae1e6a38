import { type ByteText, byteOrderMark, decodeText, encodeText } from './bytes.ts';
import { type Entry, trimBytes } from './parse-syntax.ts';

/** A piece of a file to be replaced by another. Everything outside of it stays. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: ByteText;
}

/** Applies splices that do not overlap, in any order; equal starts keep their order. */
export function applySplices(text: ByteText, splices: readonly Splice[]): ByteText {
  let result = '';
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** The file's line break: that of its first line. */
export function lineBreakOf(text: ByteText, from = 0): '\n' | '\r\n' {
  const at = text.indexOf('\n', from);
  if (at < 0) return from > 0 ? lineBreakOf(text) : '\n';
  return text[at - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * Inserts whole lines. `mirrorEnd`: a file without a final line break stays one, so
 * that removing the lines again restores it to the byte (otherwise, as AWS CLI
 * does it, the new last line gets its line break).
 */
export function insertLines(
  text: ByteText,
  at: number,
  lines: readonly ByteText[],
  lineBreak: string,
  mirrorEnd: boolean,
): Splice {
  const open = at === text.length && at > 0 && !text.endsWith('\n') && text !== byteOrderMark;
  const body = lines.join(lineBreak);
  if (!open) return { start: at, end: at, text: body + lineBreak };
  return { start: at, end: at, text: lineBreak + body + (mirrorEnd ? '' : lineBreak) };
}

/** Removes whole lines; at the end of a file without a final line break, the break before them goes too. */
export function removeLines(text: ByteText, start: number, end: number): Splice {
  if (end < text.length || text.endsWith('\n') || start === 0) return { start, end, text: '' };
  return { start: start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1), end, text: '' };
}

/** The blanks a new line below an entry begins with. */
export function indentation(text: ByteText, entry: Entry | undefined): ByteText {
  return entry ? text.slice(entry.start, entry.keyStart) : '';
}

const commentOrBlank = /^[ \t\r\v\f]*(?:[#;][^\n]*)?\n$/;

/** The key's line anew, without its continuation lines; comments that stand between those are not the key's. */
export function replaceEntry(text: ByteText, entry: Entry, value: string): Splice {
  const key = trimBytes(text, entry.keyStart, text.indexOf('=', entry.keyStart));
  const first = text.slice(entry.keyStart, entry.lineEnd);
  const ending = first.endsWith('\r\n') ? '\r\n' : first.endsWith('\n') ? '\n' : '';
  const kept =
    text
      .slice(entry.lineEnd, entry.end)
      .match(/[^\n]*\n/g)
      ?.filter((line) => commentOrBlank.test(line)) ?? [];
  const lines = `${key} = ${encodeText(value)}${ending}${kept.join('')}`;
  const open = entry.end === text.length && !text.endsWith('\n');
  return { start: entry.keyStart, end: entry.end, text: open ? lines.replace(/\r?\n$/, '') : lines };
}

/** Whether the line says just that already, with no comment behind it. */
export function sameValue(text: ByteText, entry: Entry, value: string): boolean {
  const line = text.slice(text.indexOf('=', entry.keyStart) + 1, entry.end);
  return decodeText(trimBytes(line, 0, line.endsWith('\n') ? line.length - 1 : line.length)) === value;
}
