/**
 * A unified diff of two texts for people to read. Edits touch a few lines, so the
 * equal start and end are cut off first and only what is between them is compared.
 */
export function unifiedDiff(path: string, before: string, after: string, contextLines = 3): string {
  if (before === after) return '';
  const a = linesOf(before);
  const b = linesOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const from = Math.max(0, head - contextLines);
  const behind = Math.min(tail, contextLines);
  const lines = [
    ...a.slice(from, head).map((line) => ` ${line}`),
    ...compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail, a.length - tail + behind).map((line) => ` ${line}`),
  ];
  const size = (other: string) => lines.filter((line) => !line.startsWith(other)).length;
  const range = (count: number) => (count === 0 ? `${from},0` : `${from + 1},${count}`);
  return [`--- ${path}`, `+++ ${path}`, `@@ -${range(size('+'))} +${range(size('-'))} @@`, ...lines, '']
    .join('\n')
    .replaceAll(`${noBreak}\n`, '\n\\ No newline at end of file\n');
}

// Marks a last line without its line break, so that it differs from one with it. No file's text has this pair.
const noBreak = '\u0000\u0001';

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop();
  if (last) lines.push(last + noBreak);
  return lines;
}

/** The longest common subsequence; where that would cost too much, all old lines and then all new ones. */
function compare(a: readonly string[], b: readonly string[]): string[] {
  if (a.length * b.length > 1_000_000) return [...a.map((line) => `-${line}`), ...b.map((line) => `+${line}`)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(` ${a[i++]}`);
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) lines.push(`-${a[i++]}`);
    else lines.push(`+${b[j++]}`);
  }
  return lines;
}
