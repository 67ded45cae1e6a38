/** One line of a unified diff, without its marker. */
export interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'place';
  readonly text: string;
}

/** Reads a unified diff for display. File headers are left out: the path stands above. */
export function diffLines(diff: string): DiffLine[] {
  const lines = diff.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const body = lines.findIndex((line) => line.startsWith('@@'));
  return lines.slice(Math.max(0, body)).flatMap((line): DiffLine[] => {
    if (line.startsWith('@@')) return [{ kind: 'place', text: placeText(line) }];
    if (line.startsWith('+')) return [{ kind: 'added', text: line.slice(1) }];
    if (line.startsWith('-')) return [{ kind: 'removed', text: line.slice(1) }];
    if (line.startsWith('\\')) return [];
    return [{ kind: 'same', text: line.slice(1) }];
  });
}

/** `@@ -12,3 +12,4 @@` says less to a person than `line 12`. */
function placeText(header: string): string {
  const line = header.match(/\+(\d+)/)?.[1];
  return line ? `line ${line}` : '';
}
