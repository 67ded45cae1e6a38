import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { type LauncherOf, writeLauncher } from './launcher.ts';

/**
 * Writes what others reach this program by: the launcher that tools call, and
 * the record of how it is started again. Fails with `file-write` where one of
 * them could not be written; that is no reason not to run.
 */
export async function writeWayBack(of: {
  readonly launcher: string;
  readonly launcherOf: LauncherOf;
  readonly launchRecord: string;
  /** Written as JSON. */
  readonly record: unknown;
}): Promise<Result<void>> {
  const results = await Promise.all([
    attempt(of.launcher, () => writeLauncher(of.launcher, of.launcherOf)),
    attempt(of.launchRecord, () => writeFileAtomic(of.launchRecord, JSON.stringify(of.record))),
  ]);
  return results.find((result) => !result.ok) ?? ok(undefined);
}

async function attempt(path: string, write: () => Promise<void>): Promise<Result<void>> {
  try {
    await write();
    return ok(undefined);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(
      failure(
        'file-write',
        `Rolecall could not write ${path}: ${why}.`,
        'Allow writing there or make room, then start Rolecall again. Until then tools may not find it.',
      ),
    );
  }
}
