import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../../core/audit/chain.ts';
import type { FileLine } from '../../core/audit/verify.ts';

const name = /^audit-(\d{6,})\.jsonl$/;

export interface AuditFile {
  readonly path: string;
  readonly index: number;
}

export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export function auditFile(folder: string, index: number): AuditFile {
  return { path: join(folder, `audit-${String(index).padStart(6, '0')}.jsonl`), index };
}

/** The log's files, oldest first. A folder that is not there holds none; other errors reject. */
export async function listAuditFiles(folder: string): Promise<AuditFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names
    .flatMap((each) => {
      const index = name.exec(each)?.[1];
      return index === undefined ? [] : [{ path: join(folder, each), index: Number(index) }];
    })
    .sort((a, b) => a.index - b.index);
}

/** The lines of one file; of a last line without a line feed it says so. */
export async function readLines({ path }: AuditFile): Promise<FileLine[]> {
  const texts = (await readFile(path, 'utf8')).split('\n');
  const rest = texts.pop() ?? '';
  const lines = texts.map((text, at) => ({ file: path, line: at + 1, text, ended: true }));
  return rest === '' ? lines : [...lines, { file: path, line: lines.length + 1, text: rest, ended: false }];
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
