import type { ByteText } from './bytes.ts';

// botocore takes ":" for "=", too; a line that is commented out holds its secret as well; a value may go on over indented lines.
const valueLines = (key: string) =>
  new RegExp(
    `^([ \\t]*[#;]*[ \\t]*[^\\s=:#;]*(?:${key})[^=:\\n]*[=:][ \\t]*)[^\\r\\n]*((?:\\r?\\n[ \\t]+\\S[^\\r\\n]*)*)`,
    'gim',
  );
const secretKeys = 'secret|session_token|security_token';
const secrets = valueLines(secretKeys);
const secretsAndIds = valueLines(`${secretKeys}|aws_access_key_id`);
const furtherLine = /(\r?\n[ \t]+)\S[^\r\n]*/g;

/**
 * A file's text without the secrets in it, for copies that stay and for eyes: each
 * value becomes `put`. Any other byte stays. `withIds`: the access key ids go, too.
 */
export function hideSecrets(text: ByteText, put: string, { withIds = false } = {}): ByteText {
  const hide = (_: string, key: string, more: string) => `${key}${put}${more.replace(furtherLine, `$1${put}`)}`;
  return text.replace(withIds ? secretsAndIds : secrets, hide);
}
