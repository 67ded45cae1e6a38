import { setImmediate as breathe } from 'node:timers/promises';
import { type Head, readChained, readEntry } from '../../core/audit/chain.ts';
import type { AuditPage, AuditQuery, AuditRow } from '../../core/audit/page.ts';
import type { AuditReport } from '../../core/audit/report.ts';
import { createVerifier } from '../../core/audit/verify.ts';
import { failure } from '../../core/failure.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { listAuditFiles, readLines, sha256 } from './audit-files.ts';

/** Entries from the newest on, file by file: only as many files are read as the page needs. */
export async function readAuditPage(folder: string, query: AuditQuery): Promise<Result<AuditPage>> {
  const wanted = matcher(query);
  const entries: AuditRow[] = [];
  try {
    for (const file of (await listAuditFiles(folder)).reverse()) {
      for (const { text } of (await readLines(file)).reverse()) {
        const entry = wanted(text);
        if (!entry) continue;
        if (entries.length === query.limit) return ok({ entries, older: entries.at(-1)?.n ?? null });
        entries.push(entry);
      }
    }
  } catch (error) {
    return failed(unreadable(folder, error));
  }
  return ok({ entries, older: null });
}

/** Looks at every line of every file. `anchor` is the line that the keychain vouches for. */
export async function verifyAuditFiles(folder: string, anchor?: Head): Promise<Result<AuditReport>> {
  const verifier = createVerifier(sha256, anchor);
  try {
    for (const file of await listAuditFiles(folder)) {
      for (const line of await readLines(file)) verifier.take(line);
      // A full file takes some tens of milliseconds; nobody else shall wait for all of them.
      await breathe();
    }
  } catch (error) {
    return failed(unreadable(folder, error));
  }
  return ok(verifier.report());
}

/** The digest of the line with this number; `undefined` when it is not there or not as it was written. */
export async function auditLineHash(folder: string, n: number): Promise<string | undefined> {
  for (const file of (await listAuditFiles(folder)).reverse()) {
    const line = (await readLines(file)).find(({ text }) => text.startsWith(`{"n":${n},`));
    if (line) return readChained(line.text, sha256)?.hash;
  }
  return undefined;
}

function matcher({ before, search = '', profile, sinceAt }: AuditQuery): (text: string) => AuditRow | undefined {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const since = sinceAt === undefined ? undefined : new Date(sinceAt).toISOString();
  return (text) => {
    const entry = readEntry(text);
    if (!entry || (before !== undefined && entry.n >= before)) return undefined;
    if (profile !== undefined && entry.profile !== profile) return undefined;
    if (since !== undefined && entry.time < since) return undefined;
    if (words.length === 0) return entry;
    // The digests of a line are no words that somebody looks for.
    const said = JSON.stringify(Object.values(entry)).toLowerCase();
    return words.every((word) => said.includes(word)) ? entry : undefined;
  };
}

function unreadable(folder: string, error: unknown) {
  const why = error instanceof Error ? error.message : String(error);
  return failure('file-unreadable', `The audit log could not be read: ${why}.`, `Allow reading ${folder}.`);
}
