import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';

/** Files below a folder that hold one of the secrets in clear. */
export function filesWith(folder: string, secrets: readonly string[]): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holds(readOrEmpty(file), secrets));
}

/** Command lines of this user's processes, and environments of all but the tests' own, that hold one of the secrets. */
export function processesWith(secrets: readonly string[]): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => [join('/proc', pid, 'cmdline'), join('/proc', pid, 'environ')])
    .filter((file) => holds(readOrEmpty(file), secrets));
}

/** A page's whole JavaScript heap, strings included, as V8's snapshot writes it. */
export async function heapOf(app: ElectronApplication, page: Page): Promise<string> {
  const session = await app.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

export function holds(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => spellings(secret).some((spelling) => text.includes(spelling)));
}

/** As it is, in JSON that escapes the slash, and in UTF-16 as Chromium keeps text in its own files. */
function spellings(secret: string): readonly string[] {
  const wide = Buffer.from(secret, 'utf16le').toString('latin1');
  return [secret, secret.replaceAll('/', '\\/'), wide];
}

/** Processes and files may be gone, or another user's, by the time they are read. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
