import type { AwsFilesContent, FileProblem } from '../core/aws-files.ts';
import { type FileMeaning, type OpenValues, parseFile } from './parse-meaning.ts';

export interface AwsFileBytes {
  readonly path: string;
  /** `undefined` when there is no such file. */
  readonly bytes: Uint8Array | undefined;
}

const empty = new Uint8Array(0);

/** Reads both files' bytes and merges them: the credentials file wins, key by key. */
export function parseAwsFiles(
  config: AwsFileBytes,
  credentials: AwsFileBytes,
  problems: readonly FileProblem[] = [],
): AwsFilesContent {
  return mergeFiles(
    parseFile(config.bytes ?? empty, 'config', config.path),
    parseFile(credentials.bytes ?? empty, 'credentials', credentials.path),
    problems,
  );
}

function mergeFiles(config: FileMeaning, credentials: FileMeaning, problems: readonly FileProblem[]): AwsFilesContent {
  const profiles = config.profiles;
  for (const [name, values] of credentials.profiles) {
    const known = profiles.get(name);
    if (known) copyInto(known, values);
    else profiles.set(name, values);
  }
  return {
    profiles,
    ssoSessions: config.ssoSessions,
    services: config.services,
    problems: [...problems, ...config.problems, ...credentials.problems],
  };
}

function copyInto(target: OpenValues, source: OpenValues): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value !== undefined) target[key] = value;
  }
}
