import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../electron/core/result.ts';
import { safeWriter, writerWithoutCompare } from '../lib/writers.ts';
import type { Row } from '../row.ts';

interface Link {
  readonly kind: string;
  /** Where the write goes. */
  readonly path: string;
  /** What must still be a link, and where it points. */
  readonly link: string;
  readonly to: string;
  /** The file that must have changed. */
  readonly real: string;
}

const kinds = 6;

/** Each kind of link in a folder of its own. Another device is a memory file system, where there is one. */
function links(folder: string, elsewhere: string | undefined): Link[] {
  const make = (kind: string, to: string, real: string, exists = true): Link => {
    const link = join(folder, kind);
    if (exists) writeFileSync(real, 'old\n');
    symlinkSync(to, link);
    return { kind, path: link, link, to, real };
  };
  const at = (name: string) => join(folder, name);
  mkdirSync(at('sub'));
  const chainedTo = make('relative-2', 'sub/chained-target', at('sub/chained-target'));
  const directory = make('directory', 'sub', at('sub/config'), false);
  writeFileSync(directory.real, 'old\n');
  return [
    make('relative', 'sub/relative-target', at('sub/relative-target')),
    make('absolute', at('sub/absolute-target'), at('sub/absolute-target')),
    make('chained', 'relative-2', chainedTo.real),
    make('dangling', 'sub/not/there', at('sub/not/there'), false),
    { ...directory, path: join(directory.link, 'config') },
    ...(elsewhere ? [make('device', join(elsewhere, 'target'), join(elsewhere, 'target'))] : []),
  ];
}

export const symbolicLinks: Row = {
  number: 6,
  name: 'symbolic links: relative, absolute, chained, dangling, directory, other device',
  target: `${kinds} of ${kinds} kept`,
  async run({ defended, folder }) {
    const place = folder();
    const elsewhere = otherDevice(place);
    const write = defended ? safeWriter : writerWithoutCompare;
    try {
      const all = links(place, elsewhere);
      const bad: string[] = [];
      for (const { kind, path, link, to, real } of all) {
        const before = kind === 'dangling' ? '' : 'old\n';
        await write(path, (bytes) => ok(Buffer.concat([bytes, Buffer.from('new\n')])));
        const kept = lstatSync(link).isSymbolicLink() && readlinkSync(link) === to;
        if (!kept || readText(real) !== `${before}new\n`) bad.push(kind);
      }
      const without = elsewhere ? '' : '; no other device here';
      return {
        figure: `${all.length - bad.length} of ${kinds} kept${bad.length > 0 ? `, not ${bad.join(', ')}` : ''}${without}`,
        passed: bad.length === 0 && all.length === kinds,
      };
    } finally {
      if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
    }
  },
};

function otherDevice(place: string): string | undefined {
  for (const base of ['/dev/shm', '/run/shm', process.env.XDG_RUNTIME_DIR]) {
    if (!base) continue;
    try {
      if (statSync(base).dev !== statSync(place).dev) return mkdtempSync(join(base, 'rolecall-scorecard-'));
    } catch {
      // Not there, or not ours to write in: the next one.
    }
  }
  return undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
