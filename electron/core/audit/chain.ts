import * as v from 'valibot';
import { type AuditEntry, AuditEntrySchema } from './entry.ts';

/** SHA-256 of the text's UTF-8, in hexadecimal. */
export type Digest = (text: string) => string;

/** The last line of a chain: the next one is numbered and linked after it. */
export interface Head {
  /** Lines are numbered from 1 on, across files. */
  readonly n: number;
  readonly hash: string;
}

/** Before the first line. */
export const noHead: Head = { n: 0, hash: '0'.repeat(64) };

/** A line as it stands in the file: its own bytes vouch for themselves, `prev` for all before it. */
export interface ChainedLine extends Head {
  readonly prev: string;
}

export interface ChainedEntry extends AuditEntry {
  readonly n: number;
}

const begin = /^\{"n":([1-9]\d{0,14}),"prev":"([0-9a-f]{64})",/;
const end = /,"hash":"([0-9a-f]{64})"\}$/;
/** `,"hash":"` + 64 + `"}` */
const endLength = 75;

/**
 * The next line of the log, without its line feed. The canonical form is the
 * line itself: `hash` is the digest of every byte before it, the number and the
 * digest of the line before included.
 */
export function chainLine(entry: AuditEntry, head: Head, digest: Digest): { line: string; head: Head } {
  const n = head.n + 1;
  const open = JSON.stringify({ n, prev: head.hash, ...entry }).slice(0, -1);
  const hash = digest(open);
  return { line: `${open},"hash":"${hash}"}`, head: { n, hash } };
}

/** Number and digests of a line; `undefined` when it is not one, or not as it was written. */
export function readChained(text: string, digest: Digest): ChainedLine | undefined {
  const [, n, prev = ''] = begin.exec(text) ?? [];
  const [, hash = ''] = end.exec(text) ?? [];
  if (n === undefined || hash === '' || digest(text.slice(0, -endLength)) !== hash) return undefined;
  return { n: Number(n), prev, hash };
}

/** What a line says, whether or not it is as it was written; `undefined` when it is no entry at all. */
export function readEntry(text: string): ChainedEntry | undefined {
  try {
    const parsed = v.safeParse(v.object({ n: v.number(), ...AuditEntrySchema.entries }), JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
