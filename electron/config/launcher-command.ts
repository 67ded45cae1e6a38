import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';

const plain = /^[A-Za-z0-9_\-/.%@:+,=~]+$/;

/**
 * The value of `credential_process`. Its readers do not agree on quoting: boto3
 * splits it like a POSIX shell, most SDKs hand it to `sh -c`, on Windows to cmd.
 * So a word is quoted only in ways they all read alike, and refused otherwise.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function launcherCommand(launcher: string, profile: string | undefined): Result<string> {
  const words = ['credentials', ...(profile === undefined ? [] : [profile])];
  const quoted = [quote(launcher), ...words.map(quote)];
  if (quoted.includes(undefined))
    return failed(
      failure(
        'not-supported',
        'The path of Rolecall’s launcher or the profile’s name has characters that AWS’s tools quote differently.',
        'Set ROLECALL_DATA_DIR to a folder without quotes, “$” or “\\” in its path, or rename the profile.',
      ),
    );
  return ok(quoted.join(' '));
}

function quote(word: string): string | undefined {
  if (plain.test(word)) return word;
  if (!/["$`\\!\r\n]/.test(word)) return `"${word}"`;
  // Windows paths: cmd and boto3 (which splits by Windows' rules there) read backslashes in double quotes as they are.
  if (/^[A-Za-z]:\\[^"$`!\r\n%]*$/.test(word)) return `"${word}"`;
  return /['\r\n]/.test(word) ? undefined : `'${word}'`;
}
