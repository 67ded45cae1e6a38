import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileSystem, realFileSystem } from '../../electron/config/file-system.ts';
import { ok } from '../../electron/core/result.ts';
import { safeWriter, writerInPlace } from '../lib/writers.ts';
import type { Row } from '../row.ts';

const codes = ['ENOSPC', 'EROFS', 'EACCES'];

/** A disk on which the n-th step fails; a write has then put half of its bytes down. `steps` counts. */
function failingDisk(failAt: number, code: string): FileSystem & { readonly steps: () => number } {
  let steps = 0;
  const guard =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (steps++ === failAt) throw Object.assign(new Error(code), { code });
      return act(...args);
    };
  const fs = realFileSystem;
  return {
    ...fs,
    steps: () => steps,
    readlink: guard(fs.readlink),
    realpath: guard(fs.realpath),
    stat: guard(fs.stat),
    mkdir: guard(fs.mkdir),
    chmod: guard(fs.chmod),
    mayWrite: guard(fs.mayWrite),
    list: guard(fs.list),
    link: guard(fs.link),
    rename: guard(fs.rename),
    unlink: guard(fs.unlink),
    syncDirectory: guard(fs.syncDirectory),
    lock: guard(fs.lock),
    open: guard(async (...how: Parameters<FileSystem['open']>) => {
      const file = await fs.open(...how);
      return {
        ...file,
        read: guard(file.read),
        stat: guard(file.stat),
        chmod: guard(file.chmod),
        sync: guard(file.sync),
        async write(bytes: Uint8Array) {
          if (steps++ !== failAt) return file.write(bytes);
          await file.write(bytes.subarray(0, bytes.length / 2));
          throw Object.assign(new Error(code), { code });
        },
      };
    }),
  };
}

const original = Buffer.from(`# mine\r\n[profile a]\n${'region = x\n#\xff\n'.repeat(50)}`, 'latin1');
const added = Buffer.from('[profile b]\n');
const edited = Buffer.concat([original, added]);

export const faults: Row = {
  number: 8,
  name: 'ENOSPC, EROFS, EACCES at each step of a write',
  target: 'original intact, 100 %',
  async run({ defended, folder }) {
    const write = defended ? safeWriter : writerInPlace;
    const place = folder();
    let tried = 0;
    const bad: string[] = [];
    const attempt = async (what: string, path: string, fs: FileSystem, mustFail: boolean) => {
      tried += 1;
      const written = await write(path, (bytes) => ok(Buffer.concat([bytes, added])), fs).catch(() => undefined);
      const now = existsSync(path) ? readFileSync(path) : undefined;
      // A step that does not matter may fail; then the edit is there, whole, and nobody is told otherwise.
      const fine = written?.ok ? !mustFail && now?.equals(edited) : now?.equals(original);
      if (!written || !fine) bad.push(what);
    };
    for (const code of codes)
      for (let step = 0, more = true; more; step++) {
        const path = join(place, `${code}-${step}`);
        writeFileSync(path, original);
        const fs = failingDisk(step, code);
        await attempt(`${code} at step ${step}`, path, fs, false);
        more = fs.steps() > step;
      }
    // And as the system itself says it, to one who is not root.
    if (process.getuid?.() !== 0) {
      const closed = join(place, 'closed');
      mkdirSync(closed);
      const path = join(closed, 'config');
      writeFileSync(path, original);
      chmodSync(closed, 0o500);
      await attempt('a folder without write permission', path, realFileSystem, true);
      chmodSync(closed, 0o700);
      chmodSync(path, 0o400);
      await attempt('a file without write permission', path, realFileSystem, true);
      chmodSync(path, 0o600);
    }
    const shown = bad.length > 0 ? ` (${bad.slice(0, 3).join(', ')}…)` : '';
    return { figure: `${tried - bad.length} of ${tried} intact${shown}`, passed: bad.length === 0 };
  },
};
