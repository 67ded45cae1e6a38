import type { FileProblem } from '../core/aws-files.ts';
import { plainName } from '../core/plain-name.ts';

/** A problem with its place first, as compilers write it, so that editors can jump there. */
export function problemLine({ file, line, message, remedy }: FileProblem): string {
  return plainName(`${file}:${line}: ${message.replace(/\.$/, '')}. ${remedy}`);
}
