import { type Digest, type Head, noHead, readChained, readEntry } from './chain.ts';
import type { AuditBreak, AuditReport } from './report.ts';

/** One line of a file, without its line feed. */
export interface FileLine {
  readonly file: string;
  /** From 1 on. */
  readonly line: number;
  readonly text: string;
  /** It has a line feed behind it. */
  readonly ended: boolean;
}

export interface Verifier {
  /** Lines in the order of the files' names and of their places in them. */
  take(line: FileLine): void;
  report(): AuditReport;
}

const breaksKept = 50;

/**
 * Looks at a log line by line and names what is not as it was written. `anchor`
 * is a line that something outside the log vouches for; without it a log whose
 * end was cut cannot be told from a shorter one.
 */
export function createVerifier(digest: Digest, anchor?: Head): Verifier {
  const breaks: AuditBreak[] = [];
  const torn: { file: string; line: number }[] = [];
  let head: Head = noHead;
  let first: { n: number; at: FileLine } | undefined;
  let lines = 0;
  let pruned = 0;
  /** A line that is none: a half one if the next says so, else a changed one. */
  let unread: FileLine | undefined;
  /** The line before was changed, so what links to it cannot be judged. */
  let lost = 0;
  let anchored: boolean | undefined;
  let lastFile = '';

  function found(kind: AuditBreak['kind'], { file, line }: Pick<FileLine, 'file' | 'line'>, gone?: [number, number]) {
    if (breaks.length < breaksKept) breaks.push({ kind, file, line, ...(gone && { from: gone[0], to: gone[1] }) });
  }

  function settleUnread(tornInto?: string): void {
    if (!unread) return;
    const { file, line, text } = unread;
    if (tornInto !== undefined && digest(text) === tornInto) torn.push({ file, line });
    else {
      found('changed', unread);
      lost += 1;
    }
    unread = undefined;
  }

  function place(at: FileLine, n: number, prev: string): void {
    const expected = head.n + 1;
    // After changed lines the numbers still tell whether others are gone.
    if (n > expected + lost) found('missing', at, [expected + lost, n - 1]);
    else if (n < expected) found('out-of-place', at);
    else if (lost === 0 && prev !== head.hash) found('unlinked', at);
  }

  return {
    take(at) {
      lastFile = at.file;
      const chained = readChained(at.text, digest);
      if (!chained) {
        settleUnread();
        unread = at;
        return;
      }
      const own = at.text.includes('"event":"log-') ? readEntry(at.text) : undefined;
      settleUnread(own?.event === 'log-torn' ? own.torn : undefined);
      lines += 1;
      if (!first) first = { n: chained.n, at };
      else place(at, chained.n, chained.prev);
      lost = 0;
      if (own?.lines && own.event === 'log-pruned') pruned = Math.max(pruned, own.lines.to);
      if (own?.lines && own.event === 'log-cut') found('found-cut', at, [own.lines.from, own.lines.to]);
      if (anchor && chained.n === anchor.n) anchored = (anchored ?? false) || chained.hash === anchor.hash;
      // A line that was put in does not move the end back.
      if (chained.n > head.n) head = { n: chained.n, hash: chained.hash };
    },

    report() {
      const end = unread;
      if (end && !end.ended) {
        torn.push({ file: end.file, line: end.line });
        unread = undefined;
      }
      settleUnread();
      const start = first?.n ?? 1;
      if (first && start > 1 && pruned < start - 1) found('missing', first.at, [pruned + 1, start - 1]);
      if (anchor && anchor.n > head.n + lost) found('cut', { file: lastFile, line: 0 }, [head.n + lost + 1, anchor.n]);
      else if (anchor && anchor.n >= start && anchored !== true && lost === 0 && breaks.length === 0)
        found('rewritten', { file: lastFile, line: 0 });
      return {
        intact: breaks.length === 0,
        lines,
        first: first?.n ?? 0,
        last: head.n,
        breaks,
        torn,
        vouchedFor: anchor && anchor.n > 0 ? Math.min(anchor.n, head.n) : null,
      };
    },
  };
}
