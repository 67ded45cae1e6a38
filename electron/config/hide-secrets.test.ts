import { expect, it } from 'vitest';
import { hideSecrets } from './hide-secrets.ts';

const hide = (text: string) => hideSecrets(text, '(hidden)');

it.each([
  ['[a]\naws_secret_access_key = canary\nregion = x\n', '[a]\naws_secret_access_key = (hidden)\nregion = x\n'],
  ['[a]\r\nAWS_SESSION_TOKEN=canary\r\n', '[a]\r\nAWS_SESSION_TOKEN=(hidden)\r\n'],
  ['# aws_secret_access_key: canary', '# aws_secret_access_key: (hidden)'],
  [';aws_secret_access_key = canary # old: canary\n', ';aws_secret_access_key = (hidden)\n'],
  [
    'aws_secret_access_key =\n  canary\n  canary\n\nregion = x\n',
    'aws_secret_access_key =(hidden)\n  (hidden)\n  (hidden)\n\nregion = x\n',
  ],
  ['rolecall_aws_secret_access_key = canary', 'rolecall_aws_secret_access_key = (hidden)'],
])('hides what is secret in %j, and nothing else', (text, expected) => {
  expect(hide(text)).toBe(expected);
  expect(hide(text)).not.toContain('canary');
});

it('leaves ids where they are, unless asked', () => {
  const text = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n';
  expect(hide(text)).toBe(text);
  expect(hideSecrets(text, '(hidden)', { withIds: true })).toBe('aws_access_key_id = (hidden)\n');
});
