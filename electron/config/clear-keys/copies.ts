import { dirname, join } from 'node:path';
import type { FileSystem } from '../file-system.ts';
import { resolveTarget } from '../resolve-target.ts';

const largest = 4_000_000n;
const mostFiles = 500;

/**
 * Other files beside the AWS files in which this secret stands, too: copies that
 * editors, scripts or an earlier person made. They are somebody else's, so they
 * are told and not touched. What cannot be read is passed over.
 */
export async function copiesOf(secret: string, paths: readonly string[], fs: FileSystem): Promise<string[]> {
  const targets = await Promise.all(paths.map((path) => resolveTarget(path, fs).catch(() => path)));
  const found: string[] = [];
  for (const directory of new Set(targets.map((target) => dirname(target)))) {
    const names = await fs.list(directory).catch((): string[] => []);
    for (const name of names.slice(0, mostFiles).sort()) {
      const path = join(directory, name);
      if (!targets.includes(path) && (await holds(path, secret, fs))) found.push(path);
    }
  }
  return found;
}

async function holds(path: string, secret: string, fs: FileSystem): Promise<boolean> {
  try {
    const stats = await fs.stat(path);
    if (!stats.isFile() || stats.size > largest) return false;
    const file = await fs.open(path, 'r');
    try {
      return (await file.read()).includes(secret);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
