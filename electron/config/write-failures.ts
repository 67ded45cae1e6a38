import { type Failure, failure } from '../core/failure.ts';

const remedies: Record<string, [string, string]> = {
  ENOSPC: ['the disk is full', 'Free some space, then try again.'],
  EDQUOT: ['the disk quota is used up', 'Free some space, then try again.'],
  EROFS: ['it is on a read-only file system', 'Make it writable, or set AWS_CONFIG_FILE to a file that is.'],
  EACCES: ['its permissions do not allow it', 'Give yourself write permission on the file and its folder.'],
  EPERM: ['its permissions do not allow it', 'Give yourself write permission on the file and its folder.'],
  EISDIR: ['it is a folder', 'Move the folder away, or set AWS_CONFIG_FILE to a file.'],
  ENOTDIR: ['a part of its path is not a folder', 'Correct the path.'],
  ELOOP: ['its symbolic links go round in a circle', 'Correct the links.'],
};

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Says why a file was not written; the file is then as it was. */
export function writeFailure(path: string, error: unknown): Failure {
  const code = errorCode(error);
  const [why, remedy] = remedies[code] ?? [`the system says ${code || 'nothing more'}`, 'Try again.'];
  return failure('file-write', `${path} was not changed: ${why}.`, remedy);
}

export function readFailure(path: string, error: unknown): Failure {
  const code = errorCode(error);
  const [why, remedy] = remedies[code] ?? [`the system says ${code || 'nothing more'}`, 'Try again.'];
  return failure('file-unreadable', `${path} could not be read: ${why}.`, remedy.replace('write', 'read'));
}
