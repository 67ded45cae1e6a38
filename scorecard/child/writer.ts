import { bytesOf, byteText } from '../../electron/config/bytes.ts';
import { setKey } from '../../electron/config/edit.ts';
import { type FileSystem, realFileSystem } from '../../electron/config/file-system.ts';
import { parseFile } from '../../electron/config/parse-meaning.ts';
import type { Change } from '../../electron/config/write-safely.ts';
import { ok } from '../../electron/core/result.ts';
import { safeWriter, writerInPlace, writerWithoutLock } from '../lib/writers.ts';

/**
 * A writer in a process of its own, so that it can be killed and can race others.
 * `kill PATH safe|in-place STEP`: edits without end; kills itself at that touch of the disk unless -1.
 * `count PATH safe|without-lock NAME N`: adds one to a shared counter N times.
 */
const [mode = '', path = '', kind = '', third = '', fourth = ''] = process.argv.slice(2);
const writers = { safe: safeWriter, 'in-place': writerInPlace, 'without-lock': writerWithoutLock };
const write = writers[kind as keyof typeof writers];

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

/** Dies at the n-th touch of the disk; in the middle of it where it is a write. */
function deadly(step: number): FileSystem {
  let steps = 0;
  const guard =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (steps++ === step) die();
      return act(...args);
    };
  const fs = realFileSystem;
  return {
    ...fs,
    mkdir: guard(fs.mkdir),
    stat: guard(fs.stat),
    link: guard(fs.link),
    rename: guard(fs.rename),
    unlink: guard(fs.unlink),
    syncDirectory: guard(fs.syncDirectory),
    open: guard(async (...how: Parameters<FileSystem['open']>) => {
      const file = await fs.open(...how);
      return {
        ...file,
        sync: guard(file.sync),
        chmod: guard(file.chmod),
        close: guard(file.close),
        async write(bytes: Uint8Array) {
          if (steps++ !== step) return file.write(bytes);
          await file.write(bytes.subarray(0, bytes.length / 2));
          die();
        },
      };
    }),
  };
}

const setCounter =
  (value: (text: string) => number, more: [string, number][] = []): Change =>
  (bytes) => {
    let text = byteText(bytes);
    for (const [key, number] of [['counter', value(text)] as const, ...more]) {
      const set = setKey(text, { file: 'config', kind: 'profile', name: 'ours' }, key, String(number));
      if (!set.ok) return set;
      text = set.value;
    }
    return ok(bytesOf(text));
  };

if (mode === 'kill') {
  const fs = deadly(Number(third));
  process.stdout.write('ready\n');
  for (let n = 1; ; n++)
    await write(
      path,
      setCounter(() => n),
      fs,
    );
}

const counterIn = (text: string) =>
  Number(parseFile(Buffer.from(text, 'latin1'), 'config', path).profiles.get('ours')?.counter ?? 0);

for (let n = 1; n <= Number(fourth); n++) {
  const written = await write(
    path,
    setCounter((text) => counterIn(text) + 1, [[third, n]]),
  );
  // Refused is not lost: the one who asked was told.
  if (!written.ok) n -= 1;
}
