import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Where a runtime that did not come with `node_modules/electron` is unpacked. */
export const runtimeFolder = join(root, '.runtime');

/** Downloads shared by all clones of one person. */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rolecall');
}
