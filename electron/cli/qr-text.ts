/** Phones want four light modules around the code. */
const QUIET = 4;
/** Two modules above each other in one character; a dark one is left out, so that the terminal's ground shows. */
const blocks: Readonly<Record<string, string>> = { '00': '█', '01': '▀', '10': '▄', '11': ' ' };

/** A QR code for a terminal, light on dark whatever its colours: apps read both. Rows are of `1` (dark) and `0`. */
export function qrText(rows: readonly string[]): string {
  const width = (rows[0]?.length ?? 0) + 2 * QUIET;
  const side = '0'.repeat(QUIET);
  const border = Array.from({ length: QUIET }, () => '0'.repeat(width));
  const all = [...border, ...rows.map((row) => side + row + side), ...border];
  const lines: string[] = [];
  for (let at = 0; at < all.length; at += 2) {
    const [upper = '', lower = '0'.repeat(width)] = [all[at], all[at + 1]];
    lines.push([...upper].map((module, column) => blocks[module + (lower[column] ?? '0')] ?? ' ').join(''));
  }
  return lines.join('\n');
}
