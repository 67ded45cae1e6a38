import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Figure } from '../figure.ts';
import { largeConfig } from '../lib/large-config.ts';
import { samples, timed } from '../lib/samples.ts';

/** What no safe edit can do without: the bytes, their fsync, a rename and the directory's fsync. */
export const configWriteFloor: Figure = {
  name: 'config-write',
  what: 'write 2.5 MB, fsync, rename, fsync of the folder',
  unit: 'ms',
  async measure(rig) {
    const path = await largeConfig(rig);
    const bytes = Buffer.alloc(2_500_000, 'x');
    const target = `${path}.floor`;
    const write = async () => {
      const file = await open(`${target}.tmp`, 'w', 0o600);
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(`${target}.tmp`, target);
      const folder = await open(dirname(target), 'r');
      await folder.sync();
      await folder.close();
    };
    return samples(20, () => timed(write));
  },
};
