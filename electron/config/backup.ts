import { bytesOf, byteText } from './bytes.ts';
import { type FileSystem, realFileSystem } from './file-system.ts';
import { hideSecrets } from './hide-secrets.ts';
import { type FileState, readSettled } from './read-settled.ts';
import { resolveTarget } from './resolve-target.ts';
import { writeTemporary } from './temporary-file.ts';
import { errorCode } from './write-failures.ts';

const backupOf = (target: string) => `${target}.before-rolecall`;

/** A copy that stays must not keep what the file itself may lose later: see docs/decisions, "No copy keeps a secret". */
function withoutSecrets(bytes: Uint8Array): Buffer {
  return bytesOf(hideSecrets(byteText(bytes), '(not kept in this copy)'));
}

/** The file as it was before Rolecall first touched it, but for its secrets: complete or not there, and never written again. */
export async function backUp(target: string, state: FileState, fs: FileSystem): Promise<void> {
  const path = backupOf(target);
  try {
    await fs.stat(path);
    return;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const temporary = await writeTemporary(target, withoutSecrets(state.bytes), undefined, fs);
  try {
    await fs.link(temporary, path);
  } catch (error) {
    // A file system without hard links: renaming is as safe, since we hold the lock.
    if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) return await fs.rename(temporary, path);
    if (errorCode(error) !== 'EEXIST') {
      await fs.unlink(temporary).catch(() => undefined);
      throw error;
    }
  }
  await fs.unlink(temporary);
}

/** Takes the secrets out of a backup that an earlier version made. Hands back its path when it held some; throws what the system says. */
export async function cleanBackup(path: string, fs: FileSystem = realFileSystem): Promise<string | undefined> {
  const target = await resolveTarget(path, fs);
  const backup = backupOf(target);
  const state = await readSettled(backup, fs);
  if (!state) return undefined;
  const clean = withoutSecrets(state.bytes);
  if (clean.equals(state.bytes)) return undefined;
  await fs.rename(await writeTemporary(target, clean, state, fs), backup);
  return backup;
}
