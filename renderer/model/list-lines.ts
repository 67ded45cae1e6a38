import type { ListItem } from '../../electron/core/contract.ts';

/** What a window knows of the list: how long it is, and the lines around those that it shows. */
export interface ListLines {
  readonly revision: number;
  readonly itemCount: number;
  /** Profiles, also those in folded groups. */
  readonly rowCount: number;
  /** Where keys can stop: rows, and headings of folded groups. */
  readonly stops: number;
  /** Which lines are headings of open groups, in order. */
  readonly headings: readonly number[];
  readonly folded: readonly number[];
  /** The lines that are known, by their place. */
  readonly known: ReadonlyMap<number, ListItem>;
}

export const NO_LINES: ListLines = {
  revision: 0,
  itemCount: 0,
  rowCount: 0,
  stops: 0,
  headings: [],
  folded: [],
  known: new Map(),
};

/** Lines are asked for by the page. */
export const PAGE = 16;
/** So many pages are kept: what is shown, and some way up and down. */
const PAGES_KEPT = 12;

/** The line of a position (from 1): all lines but open headings have one. */
export function lineOf({ headings }: ListLines, position: number): number {
  let line = position - 1;
  for (const heading of headings) {
    if (heading > line) break;
    line += 1;
  }
  return line;
}

/** What stands at a position (from 1), if it is known. */
export function stopAt(lines: ListLines, position: number): ListItem | undefined {
  return lines.known.get(lineOf(lines, position));
}

/** The first line of each page that is wanted around the lines from `first` to `last`, and not known. */
export function missingPages({ itemCount, known }: ListLines, first: number, last: number): number[] {
  const pages: number[] = [];
  const from = Math.max(0, Math.floor(first / PAGE) - 1);
  const to = Math.min(Math.ceil(itemCount / PAGE) - 1, Math.floor(last / PAGE) + 1);
  for (let page = from; page <= to; page += 1) if (!known.has(page * PAGE)) pages.push(page * PAGE);
  return pages;
}

/** The lines with some more of them; those that are farthest away are forgotten. */
export function withLines(lines: ListLines, from: number, items: readonly ListItem[]): ListLines {
  const nearest = (PAGES_KEPT / 2) * PAGE;
  const known = new Map([...lines.known].filter(([line]) => Math.abs(line - from) <= nearest));
  items.forEach((item, at) => {
    known.set(from + at, item);
  });
  return { ...lines, known };
}
