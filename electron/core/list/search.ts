import uFuzzy from '@leeoniya/ufuzzy';
import type { ProfileRow } from '../contract.ts';
import { inOrder } from './in-order.ts';
import { abbreviation, isHump, isWordStart, withCapitals } from './words.ts';

/** The rows in the order of an empty search, and what is searched in, prepared once per change of the catalogue. */
export interface SearchIndex {
  readonly rows: readonly ProfileRow[];
  /** Places in `rows`, by name. */
  readonly byName: readonly number[];
  /** Lower case: name, account, role, region, folder, tags. Same order as `rows`. */
  readonly haystack: string[];
  /** Where the name ends in each, which it begins with. */
  readonly nameEnds: Readonly<Uint16Array>;
  /** Of each the letters that begin its words: those of the name, a line's end, and the rest. */
  readonly initials: readonly string[];
  /** Name and role as abbreviations are looked for in. */
  readonly capitals: readonly string[];
  /** So many at the front are pinned or used. */
  readonly usual: number;
}

// A row that nothing changed for is the same object, and need not be read again.
const straws = new WeakMap<ProfileRow, string>();

function strawOf(row: ProfileRow): string {
  const known = straws.get(row) ?? wordsOf(row);
  straws.set(row, known);
  return known;
}

const initialsKnown = new WeakMap<ProfileRow, string>();

function initialsOf(row: ProfileRow): string {
  const known = initialsKnown.get(row) ?? firstLetters(strawOf(row), row.name);
  initialsKnown.set(row, known);
  return known;
}

function firstLetters(straw: string, name: string): string {
  const nameEnd = name.toLowerCase().length;
  let [ofName, ofRest] = ['', ''];
  for (let at = 0; at < straw.length; at += 1) {
    if (!beginsWord(straw, at, name, nameEnd)) continue;
    if (at < nameEnd) ofName += straw[at];
    else ofRest += straw[at];
  }
  return `${ofName}\n${ofRest}`;
}

/** The straw has lost its capitals, the name has not. */
function beginsWord(straw: string, at: number, name: string, nameEnd: number): boolean {
  return isWordStart(straw, at) || (at < nameEnd && isHump(name, at));
}

const marked = new WeakMap<ProfileRow, string>();

function capitalsOf(row: ProfileRow): string {
  const known = marked.get(row) ?? withCapitals(`${row.name}\n${row.roleName ?? ''}`);
  marked.set(row, known);
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
  let initials: string[] | undefined;
  let capitals: string[] | undefined;
  let nameEnds: Uint16Array | undefined;
  return {
    rows: sorted,
    byName: named.map((row) => places.get(row) ?? 0),
    usual: sorted.filter((row) => !row.failure && (row.pinned || usedAt(row) > 0)).length,
    get haystack() {
      haystack ??= sorted.map(strawOf);
      return haystack;
    },
    get initials() {
      initials ??= sorted.map(initialsOf);
      return initials;
    },
    get capitals() {
      capitals ??= sorted.map(capitalsOf);
      return capitals;
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
  const typed = rank(index, terms, terms.length === 1 ? noTerm : shortTerm);
  // No word begins so: it may be several words, cut short.
  const { found } = typed.best < IN_NAME ? typed : rank(index, terms, anyTerm);
  if (found.length > 0) return found;
  const needle = terms.join(' ');
  const skipped = rankFuzzy(skipping, index, needle);
  return skipped.length > 0 ? skipped : rankFuzzy(forgiving, index, needle);
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

/**
 * Rows that have every term, by how well they do, and then in their own order.
 * Beginnings of words are all one: what is pinned or used comes first among
 * them, then names that begin with the first term. Buckets instead of a sort:
 * each keeps the order it was filled in.
 */
function rank(index: SearchIndex, terms: readonly string[], mayAbbreviate: MayAbbreviate) {
  const { rows, haystack, initials, nameEnds, usual } = index;
  const wanted = terms.map((term) => ({ term, short: mayAbbreviate(term) ? abbreviation(term) : undefined }));
  const capitals = wanted.some(({ short }) => short) ? index.capitals : [];
  const [first = ''] = terms;
  const buckets: number[][] = [];
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < haystack.length; at += 1) {
    const straw = haystack[at] ?? '';
    const nameEnd = nameEnds[at] ?? 0;
    let sum = 0;
    for (const { term, short } of wanted) {
      const place = straw.indexOf(term);
      if (place < 0 && !short) sum = NOT_THERE;
      else {
        const typed =
          place < 0 ? NOT_THERE : qualityOf(term, straw, place, initials[at] ?? '', rows[at]?.name ?? '', nameEnd);
        const cut = short && typed > ABBREVIATES ? abbreviates(short, capitals[at] ?? '') : NOT_THERE;
        sum += Math.min(typed, cut);
      }
      if (sum >= NOT_THERE) break;
    }
    if (sum >= NOT_THERE) continue;
    best = Math.min(best, sum);
    const begins = straw.startsWith(first);
    const bucket = begins && nameEnd === first.length ? 0 : 1 + 2 * sum + (at < usual || begins ? 0 : 1);
    buckets[bucket] ??= [];
    buckets[bucket].push(at);
  }
  // Half of the whole search, were they flattened.
  return { found: ([] as number[]).concat(...buckets.filter(Boolean)), best };
}

type MayAbbreviate = (term: string) => boolean;
const anyTerm: MayAbbreviate = () => true;
const noTerm: MayAbbreviate = () => false;
/** A longer one is typed as it is written. */
const shortTerm: MayAbbreviate = (term) => term.length <= 3;

// Added up over the terms.
const BEGINS_WORD_OF_NAME = 0;
const BEGINS_WORD_ELSEWHERE = 1;
const ABBREVIATES = 1;
const ABBREVIATES_WITH_GAPS = 2;
const IN_NAME = 3;
const ELSEWHERE = 4;
const NOT_THERE = 1000;

/** How well a term does that stands first at this place of the straw. */
function qualityOf(
  term: string,
  straw: string,
  place: number,
  initials: string,
  name: string,
  nameEnd: number,
): number {
  // The first letter of a search is in most rows, often many times: looking at each place took most of the search.
  const initial = initials.indexOf(term[0] ?? '');
  if (initial >= 0 && term.length === 1)
    return initial < initials.indexOf('\n') ? BEGINS_WORD_OF_NAME : BEGINS_WORD_ELSEWHERE;
  for (let at = initial < 0 ? -1 : place; at >= 0; at = straw.indexOf(term, at + 1)) {
    if (beginsWord(straw, at, name, nameEnd)) return at < nameEnd ? BEGINS_WORD_OF_NAME : BEGINS_WORD_ELSEWHERE;
  }
  return place < nameEnd ? IN_NAME : ELSEWHERE;
}

function abbreviates({ next, any }: ReturnType<typeof abbreviation>, marked: string): number {
  if (!any.test(marked)) return NOT_THERE;
  return next.test(marked) ? ABBREVIATES : ABBREVIATES_WITH_GAPS;
}

/** The matcher's own order, but what is pinned or used first. */
function rankFuzzy(matcher: uFuzzy, { haystack, usual }: SearchIndex, needle: string): number[] {
  const [found, info, order] = matcher.search(haystack, needle);
  const ranked = info && order ? order.map((at) => info.idx[at] ?? 0) : (found ?? []);
  return [...ranked.filter((at) => at < usual), ...ranked.filter((at) => at >= usual)];
}
