import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the Electron in a folder, without the `v`. @param {string} folder */
export function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}
