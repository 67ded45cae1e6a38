import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { awsFileLocations, type Environment } from './locations.ts';

/** AWS takes 2,048 characters; blanks and line breaks of a file that is laid out come on top. */
const MOST_BYTES = 65_536;

/**
 * Reads the files that `rolecall_session_policy` names: absolute, below the home
 * directory (`~/`), or beside the config file. Fails with `file-unreadable`.
 */
export function policyFileReader(environment: Environment, home: string, platform: string = process.platform) {
  const { configPath } = awsFileLocations(environment, platform, home, process.cwd());

  return async function read(path: string): Promise<Result<string>> {
    const expanded = /^~[\\/]/.test(path) ? join(environment.HOME || home, path.slice(2)) : path;
    const full = isAbsolute(expanded) ? expanded : resolve(dirname(configPath), expanded);
    try {
      const about = await stat(full);
      if (!about.isFile()) return failed(unreadable(full, 'it is not a file'));
      if (about.size > MOST_BYTES) return failed(unreadable(full, 'it is larger than any session policy'));
      return ok(await readFile(full, 'utf8'));
    } catch (error) {
      return failed(unreadable(full, error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'));
    }
  };
}

function unreadable(path: string, why: string) {
  return failure(
    'file-unreadable',
    `The session policy ${path} could not be read: ${why}.`,
    'Correct rolecall_session_policy in the profile, or the file.',
  );
}
