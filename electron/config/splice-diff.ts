import { type ByteText, decodeText } from './bytes.ts';
import type { Splice } from './edit-lines.ts';

/**
 * A unified diff of known changes, without lines around them: exact and quick
 * where a file has tens of thousands of lines. Cut off, with a word about it, after `maxLines`.
 */
export function spliceDiff(path: string, text: ByteText, splices: readonly Splice[], maxLines = 2_000): string {
  if (splices.length === 0) return '';
  const lines: string[] = [`--- ${path}`, `+++ ${path}`];
  let left = 0;
  let lineNumber = 1;
  let counted = 0;
  let shift = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    const from = text.lastIndexOf('\n', splice.start - 1) + 1;
    const wholeLine = splice.end === from || text[splice.end - 1] === '\n' || splice.end === text.length;
    const nextBreak = text.indexOf('\n', splice.end);
    const to = wholeLine ? splice.end : nextBreak < 0 ? text.length : nextBreak + 1;
    const before = linesOf(text.slice(from, to));
    const after = linesOf(text.slice(from, splice.start) + splice.text + text.slice(splice.end, to));
    lineNumber += breaksIn(text, counted, from);
    counted = from;
    const hunk = [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
    const room = Math.max(0, maxLines - lines.length);
    if (room > 0) {
      lines.push(
        `@@ -${lineNumber},${before.length} +${lineNumber + shift},${after.length} @@`,
        ...hunk.slice(0, room),
      );
    }
    left += Math.max(0, hunk.length - room);
    shift += after.length - before.length;
  }
  if (left > 0) lines.push(`… and ${left} more lines`);
  return `${lines.join('\n')}\n`;
}

function linesOf(text: ByteText): string[] {
  const lines = decodeText(text).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function breaksIn(text: ByteText, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
