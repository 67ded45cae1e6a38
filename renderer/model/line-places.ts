export const ROW_PX = 48;
export const HEADING_PX = 28;
/** Above the first line and below the last. */
export const MARGIN_PX = 8;

/** Where each line of the list stands. Worked out from the few headings: nothing is kept of thousands of rows. */
export interface LinePlaces {
  readonly heightPx: number;
  /** The upper edge of a line, from the upper edge of the list. */
  topOf(line: number): number;
  bottomOf(line: number): number;
  /** The line at a height; the nearest one beyond the ends. */
  lineAt(px: number): number;
}

/** `headings` are the lines that are headings, in order. */
export function linePlaces(count: number, headings: readonly number[]): LinePlaces {
  const topOf = (line: number) => MARGIN_PX + line * ROW_PX - below(headings, line) * (ROW_PX - HEADING_PX);
  return {
    topOf,
    bottomOf: (line) => topOf(line + 1),
    heightPx: topOf(count) + MARGIN_PX,
    lineAt(px) {
      let low = 0;
      let high = Math.max(0, count - 1);
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (topOf(middle) <= px) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** How many of the sorted numbers are below one. */
function below(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
