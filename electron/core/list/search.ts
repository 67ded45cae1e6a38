import uFuzzy from '@leeoniya/ufuzzy';
import type { ProfileRow } from '../contract.ts';
import { inOrder } from './in-order.ts';

/** The rows in the order of an empty search, and what is searched in, prepared once per change of the catalogue. */
export interface SearchIndex {
  readonly rows: readonly ProfileRow[];
  /** Places in `rows`, by name. */
  readonly byName: readonly number[];
  /** Lower case: name, account, role, region, folder, tags. Same order as `rows`. */
  readonly haystack: string[];
  /** Where the name ends in each, which it begins with. */
  readonly nameEnds: Readonly<Uint16Array>;
}

// A row that nothing changed for is the same object, and need not be read again.
const straws = new WeakMap<ProfileRow, string>();

function strawOf(row: ProfileRow): string {
  const known = straws.get(row) ?? wordsOf(row);
  straws.set(row, known);
  return known;
}

function wordsOf({ name, accountName, accountId, roleName, region, source, folder, tags = [] }: ProfileRow): string {
  return [name, accountName, accountId, roleName, region, source, folder, ...tags]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}

/** Usable before broken, pinned before recent before the rest by name. Fast where rows come in the order of names, as the catalogue has them. */
export function buildIndex(rows: readonly ProfileRow[], recency: ReadonlyMap<string, number>): SearchIndex {
  const named = [...rows].sort((a, b) => inOrder(a.name, b.name));
  const usedAt = (row: ProfileRow) => recency.get(row.name) ?? 0;
  // Stable, so that names decide what use leaves open.
  const sorted = [...named].sort(
    (a, b) =>
      Number(a.failure !== undefined) - Number(b.failure !== undefined) ||
      Number(b.pinned) - Number(a.pinned) ||
      usedAt(b) - usedAt(a),
  );
  const places = new Map(sorted.map((row, at) => [row, at]));
  // The list is shown before anybody has typed.
  let haystack: string[] | undefined;
  let nameEnds: Uint16Array | undefined;
  return {
    rows: sorted,
    byName: named.map((row) => places.get(row) ?? 0),
    get haystack() {
      haystack ??= sorted.map(strawOf);
      return haystack;
    },
    get nameEnds() {
      nameEnds ??= Uint16Array.from(sorted, ({ name }) => name.toLowerCase().length);
      return nameEnds;
    },
  };
}

// One slip per word, or letters left out within a word: only asked when nothing matches as typed.
const forgiving = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
const skipping = new uFuzzy({ intraMode: 0, intraIns: 12, intraChars: "[a-z\\d'_/.-]" });

/** Indexes into `index.rows`: best match first, then in the order of the empty search. Linear in the number of rows. */
export function search(index: SearchIndex, query: string): number[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return index.rows.map((_, at) => at);
  const exact = asTyped(index, terms);
  if (exact.length > 0) return exact;
  const needle = terms.join(' ');
  const skipped = rankFuzzy(skipping, index.haystack, needle);
  return skipped.length > 0 ? skipped : rankFuzzy(forgiving, index.haystack, needle);
}

/** Whether some profile has all of what was typed, without forgiving anything. */
export function matchesAsTyped(index: SearchIndex, query: string): boolean {
  const terms = searchTerms(query);
  return terms.length > 0 && index.haystack.some((straw) => terms.every((term) => straw.includes(term)));
}

/** Words to look for. An account number may come in groups, a role as its ARN. */
export function searchTerms(query: string): string[] {
  const typed = query.trim().toLowerCase();
  const arn = typed.match(/^arn:[^:]*:(?:iam|sts)::(\d{12}):(?:role|assumed-role|user)\/(.+)$/);
  if (arn?.[1] && arn[2]) {
    const path = arn[2].split('/');
    const name = typed.includes(':assumed-role/') ? path[0] : path.at(-1);
    return [arn[1], name ?? ''].filter(Boolean);
  }
  if (/^\d{4}[ -]\d{4}[ -]\d{4}$/.test(typed)) return [typed.replace(/\D/g, '')];
  return typed.split(/\s+/).filter(Boolean);
}

/** All that have every word. Buckets instead of a sort: each keeps the order it was filled in. */
function asTyped({ haystack, nameEnds }: SearchIndex, [term = '', ...more]: readonly string[]): number[] {
  const buckets: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  for (let at = 0; at < haystack.length; at += 1) {
    const straw = haystack[at] ?? '';
    const place = straw.indexOf(term);
    if (place < 0 || (more.length > 0 && !more.every((each) => straw.includes(each)))) continue;
    buckets[quality(straw, place, place + term.length, nameEnds[at] ?? 0)].push(at);
  }
  const [best, ...others] = buckets;
  return best.concat(...others);
}

/** The name itself, its beginning, the beginning of a word in it, of a word elsewhere or what is in the name, the rest. */
function quality(straw: string, from: number, to: number, nameEnd: number): 0 | 1 | 2 | 3 | 4 {
  if (from === 0) return to === nameEnd ? 0 : 1;
  if (from < nameEnd) return isWordStart(straw, from) ? 2 : 3;
  return isWordStart(straw, from) ? 3 : 4;
}

function isWordStart(straw: string, at: number): boolean {
  const before = straw.charCodeAt(at - 1);
  // A pattern takes longer than the search itself, and nearly all names are of these letters.
  if (before < 128) return !((before >= 97 && before <= 122) || (before >= 48 && before <= 57));
  return !/[\p{L}\p{N}]/u.test(straw[at - 1] ?? ' ');
}

function rankFuzzy(matcher: uFuzzy, haystack: string[], needle: string): number[] {
  const [found, info, order] = matcher.search(haystack, needle);
  if (!found) return [];
  return info && order ? order.map((at) => info.idx[at] ?? 0) : found;
}
