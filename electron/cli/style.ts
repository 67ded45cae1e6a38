import { stripVTControlCharacters } from 'node:util';
import type { CliWorld } from './world.ts';

export interface Style {
  strong(text: string): string;
  faint(text: string): string;
}

/** Weight, no colours, and only for a person's terminal. @see https://no-color.org */
export function styleFor({ stdout, env }: CliWorld): Style {
  const plain = !stdout.isTTY || Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  const sgr = (on: number, off: number) => (text: string) => (plain ? text : `\u001B[${on}m${text}\u001B[${off}m`);
  return { strong: sgr(1, 22), faint: sgr(2, 22) };
}

/** Columns as wide as their widest cell, two spaces between them, nothing after the last. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width(cell));
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function width(cell: string): number {
  return [...stripVTControlCharacters(cell)].length;
}
