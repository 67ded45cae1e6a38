import { constants } from 'node:fs';
import { type FileHandle, open, stat, unlink } from 'node:fs/promises';
import { chainLine, type Head, noHead, readChained } from '../../core/audit/chain.ts';
import type { AuditEntry, AuditEvent } from '../../core/audit/entry.ts';
import { type Failure, failure } from '../../core/failure.ts';
import type { AuditLog, Clock, Stop } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { ensurePrivateDir } from '../private-dir.ts';
import type { AuditAnchor } from './audit-anchor.ts';
import { type AuditFile, auditFile, listAuditFiles, readLines, sha256 } from './audit-files.ts';
import { auditLineHash, readAuditPage, verifyAuditFiles } from './audit-reader.ts';

export interface AuditLogOptions {
  readonly folder: string;
  readonly clock: Clock;
  /** What vouches for the end of the log from outside of it. */
  readonly anchor?: AuditAnchor | undefined;
  /** Told once when the log is found cut or changed. */
  readonly onTampered?: (failure: Failure) => void;
  readonly maxFileBytes?: number;
  readonly keptFiles?: number;
  /** Stands in for the system's write in tests. */
  readonly write?: (file: FileHandle, text: string) => Promise<void>;
}

interface OpenFile extends AuditFile {
  readonly handle: FileHandle;
  size: number;
}

const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
/** From an append until it is on the disk and the keychain vouches for it. */
const settleMs = 5_000;

/**
 * The audit log in `folder`: JSON lines of mode 0600, one chain over all files,
 * a new file every `maxFileBytes` (4 MiB), the oldest put away after
 * `keptFiles` (16). It has one writer: the program, of which there is one.
 *
 * An entry is in the system's hands when `append` answers: it survives the end
 * of the program at any instant. It is on the disk, and vouched for, up to 5 s
 * later, because an fsync takes longer than all the rest of a hand-out. What is
 * wrong with the files never stops the start: each append tries again.
 */
export function createAuditLog(options: AuditLogOptions): AuditLog & { end(): Promise<void> } {
  const { folder, clock, anchor, onTampered = () => {}, maxFileBytes = 4 * 1024 * 1024, keptFiles = 16 } = options;
  const write = options.write ?? ((file, text) => file.appendFile(text, 'utf8'));
  let file: OpenFile | undefined;
  let head: Head = noHead;
  let tried: Head | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let settling: Stop | undefined;
  let compared = false;
  const listeners = new Set<() => void>();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  }

  const about = (event: AuditEvent, more: Pick<AuditEntry, 'lines' | 'torn'>): AuditEntry => ({
    time: new Date(clock.now()).toISOString(),
    event,
    outcome: 'ok',
    ...more,
  });

  async function openFile(at: AuditFile): Promise<OpenFile> {
    const handle = await open(at.path, flags, 0o600);
    try {
      await handle.chmod(0o600);
      return { ...at, handle, size: (await handle.stat()).size };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Goes on where the files end. What this program wrote itself and is not there any more, was cut. */
  async function resume(): Promise<OpenFile> {
    const ready = await ensurePrivateDir(folder);
    if (!ready.ok) throw new Error(ready.failure.message);
    const files = await listAuditFiles(folder);
    const end = await endOf(files);
    const opened = await openFile(files.at(-1) ?? auditFile(folder, 1));
    const known = head;
    const attempted = tried;
    const kept = known.n > 0 ? await auditLineHash(folder, known.n) : undefined;
    if (end.head.n > head.n || known.n === 0) head = end.head;
    if (end.half !== undefined) {
      await put(opened, '\n');
      await putEntry(opened, about('log-torn', { torn: sha256(end.half) }));
    }
    if (known.n > end.head.n) await foundCut(opened, end.head.n + 1, known.n);
    // A log that is as long or longer and does not hold our last line is another one, however well it is linked.
    else if (known.n > 0 && kept !== known.hash) await foundCut(opened, 1, known.n);
    // Behind our last line there may be one more of ours, whose writing failed late.
    else if (known.n > 0 && end.head.n > known.n && end.head.hash !== attempted?.hash)
      await foundCut(opened, known.n + 1, end.head.n);
    return opened;
  }

  async function foundCut(into: OpenFile, from: number, to: number): Promise<void> {
    await putEntry(into, about('log-cut', { lines: { from, to } }));
    onTampered(tampered(folder, from, to));
  }

  /** Whether the file is the one we wrote last: not moved away, cut or replaced. */
  async function isOurs({ path, handle, size }: OpenFile): Promise<boolean> {
    const [there, ours] = await Promise.all([stat(path).catch(() => undefined), handle.stat()]);
    return there?.ino === ours.ino && there.dev === ours.dev && ours.size === size;
  }

  async function put(into: OpenFile, text: string): Promise<void> {
    try {
      await write(into.handle, text);
      into.size += Buffer.byteLength(text);
    } catch (error) {
      // A full disk may have taken half of it.
      await into.handle.truncate(into.size).catch(letGo);
      throw error;
    }
  }

  async function putEntry(into: OpenFile, entry: AuditEntry): Promise<void> {
    const made = chainLine(entry, head, sha256);
    tried = made.head;
    await put(into, `${made.line}\n`);
    head = made.head;
  }

  async function letGo(): Promise<void> {
    const old = file;
    file = undefined;
    await old?.handle.close().catch(() => undefined);
  }

  async function current(): Promise<OpenFile> {
    if (file && !(await isOurs(file))) await letGo();
    file ??= await resume();
    if (file.size < maxFileBytes) return file;
    const next = await openFile(auditFile(folder, file.index + 1));
    await file.handle.datasync().catch(() => undefined);
    await letGo();
    file = next;
    await prune(next);
    return next;
  }

  /** Says first which lines go, so that a cut beginning can be told from this. */
  async function prune(into: OpenFile): Promise<void> {
    const files = await listAuditFiles(folder);
    for (const old of files.slice(0, Math.max(0, files.length - keptFiles))) {
      const numbers = (await readLines(old)).flatMap(({ text }) => readChained(text, sha256)?.n ?? []);
      const [from, to] = [numbers[0], numbers.at(-1)];
      if (from !== undefined && to !== undefined) await putEntry(into, about('log-pruned', { lines: { from, to } }));
      await unlink(old.path);
    }
  }

  function settleSoon(): void {
    settling ??= clock.after(settleMs, () => {
      settling = undefined;
      void settle().catch(() => undefined);
    });
  }

  /** On the disk first: the keychain must not vouch for what a power cut takes. */
  async function settle(): Promise<void> {
    const upTo = head;
    await file?.handle.datasync();
    if (!anchor) return;
    if (!compared) {
      const vouched = await anchor.read();
      if (!vouched.ok) return;
      compared = true;
      if (vouched.value) await compare(vouched.value, upTo);
    }
    await anchor.save(head);
  }

  async function compare(vouched: Head, upTo: Head): Promise<void> {
    if (vouched.n > upTo.n) await inTurn(async () => foundCut(await current(), upTo.n + 1, vouched.n));
    else if ((await auditLineHash(folder, vouched.n)) !== vouched.hash)
      await inTurn(async () => foundCut(await current(), 1, vouched.n));
  }

  return {
    append: (entry) =>
      inTurn(async (): Promise<Result<void>> => {
        try {
          await putEntry(await current(), entry);
        } catch (error) {
          return failed(unwritable(folder, error));
        }
        settleSoon();
        for (const listener of listeners) listener();
        return ok(undefined);
      }),
    page: (query) => readAuditPage(folder, query),
    async verify() {
      const vouched = await anchor?.read();
      return verifyAuditFiles(folder, vouched?.ok ? vouched.value : undefined);
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async end() {
      settling?.();
      settling = undefined;
      await inTurn(letGo);
    },
  };
}

/** The last line that is as it was written, and what a crash left behind it. */
async function endOf(files: readonly AuditFile[]): Promise<{ head: Head; half: string | undefined }> {
  let half: string | undefined;
  for (const [at, each] of [...files].reverse().entries()) {
    const lines = await readLines(each);
    const rest = lines.at(-1);
    if (at === 0 && rest && !rest.ended) half = rest.text;
    for (const { text } of lines.reverse()) {
      const chained = readChained(text, sha256);
      if (chained) return { head: { n: chained.n, hash: chained.hash }, half };
    }
  }
  return { head: noHead, half };
}

function unwritable(folder: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  const why = full ? 'the disk is full' : error instanceof Error ? error.message : String(error);
  return failure(
    'audit-failed',
    `Nothing is handed out, because it could not be written into the audit log: ${why}.`,
    `${full ? 'Make room on the disk of' : 'Allow writing in'} ${folder}, then try again.`,
  );
}

function tampered(folder: string, from: number, to: number): Failure {
  return failure(
    'audit-failed',
    `Somebody else changed the audit log: entries ${from} to ${to} are not there as they were written.`,
    `See: rolecall audit --verify. The files are in ${folder}.`,
  );
}
