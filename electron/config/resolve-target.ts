import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { FileSystem } from './file-system.ts';

/**
 * Follows symbolic links to the file that is really meant, also when it does not
 * exist yet: the link stays and its target is replaced. Throws ELOOP.
 */
export async function resolveTarget(path: string, fs: Pick<FileSystem, 'readlink' | 'realpath'>): Promise<string> {
  let current = resolve(path);
  for (let hops = 0; hops < 40; hops++) {
    // The directory's own links first: a relative link is relative to where the file really lies.
    const directory = await realDirectory(dirname(current), fs);
    current = join(directory, basename(current));
    let to: string;
    try {
      to = await fs.readlink(current);
    } catch {
      return current;
    }
    current = isAbsolute(to) ? to : join(directory, to);
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' });
}

async function realDirectory(path: string, fs: Pick<FileSystem, 'realpath'>): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch {
    // Not there yet: it is made when the file is written.
    return path;
  }
}
