import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realFileSystem } from '../../electron/config/file-system.ts';
import { refusedEntry } from '../../electron/core/audit/own-entries.ts';
import { ok } from '../../electron/core/result.ts';
import { createAuditLog } from '../../electron/host/audit/audit-log.ts';
import { createClock } from '../../electron/host/clock.ts';
import { serveLocalSocket } from '../../electron/host/local-socket.ts';
import { openSettings } from '../../electron/host/settings-file.ts';
import { safeWriter, type Writer } from '../lib/writers.ts';
import type { Row } from '../row.ts';

/** Files as they come from `open` and `mkdir` without a word about their mode. */
const carelessWriter: Writer = (path, change) =>
  safeWriter(path, change, {
    ...realFileSystem,
    chmod: async () => undefined,
    mkdir: (path) => realFileSystem.mkdir(path, 0o777),
    async open(path, flags) {
      return { ...(await realFileSystem.open(path, flags, 0o666)), chmod: async () => undefined };
    },
  });

/** Everything below a folder whose mode gives others anything, or takes from the owner. */
function wrongModes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const stats = statSync(join(folder, name));
    const wanted = stats.isDirectory() ? 0o700 : 0o600;
    return (stats.mode & 0o777) === wanted ? [] : [`${name} ${(stats.mode & 0o777).toString(8)}`];
  });
}

export const modes: Row = {
  number: 7,
  name: 'modes of all that is made, under umask 000 and 022',
  target: 'files and sockets 0600, directories 0700',
  async run({ defended, folder }) {
    const write = defended ? safeWriter : carelessWriter;
    const before = process.umask();
    const wrong: string[] = [];
    let made = 0;
    try {
      for (const umask of [0o000, 0o022]) {
        const place = folder();
        process.umask(umask);
        const append = (line: string) =>
          write(join(place, '.aws/config'), (bytes) => ok(Buffer.concat([bytes, Buffer.from(line)])));
        // New directory and file; then the backup of it.
        await append('[default]\n');
        await append('region = x\n');
        const existing = join(place, 'existing');
        mkdirSync(existing, { mode: 0o700 });
        writeFileSync(join(existing, 'config'), '[default]\n', { mode: 0o600 });
        await write(join(existing, 'config'), (bytes) => ok(Buffer.concat([bytes, Buffer.from('a = b\n')])));
        const settings = await openSettings(join(place, 'rolecall/settings.json'));
        await settings.store.update((all) => ({ ...all, pins: ['a'] }));
        const audit = createAuditLog({ folder: join(place, 'audit'), clock: createClock() });
        await audit.append(refusedEntry(0, 'a test'));
        await audit.end();
        const path = join(place, 'run/rolecall.sock');
        const socket = await serveLocalSocket({ path, own: [], handle: async () => ok({}) });
        wrong.push(...wrongModes(place));
        made += readdirSync(place, { recursive: true }).length;
        if (!socket.ok) wrong.push('no socket');
        else await socket.value.close();
      }
    } finally {
      process.umask(before);
    }
    const shown = wrong.length > 0 ? `: ${wrong.slice(0, 4).join(', ')}` : '';
    return { figure: `${wrong.length} of ${made} wrong${shown}`, passed: wrong.length === 0 && made >= 20 };
  },
};
