import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chainFailures } from './profiles/profile-failures.ts';
import { shellWord } from './shell-word.ts';

it.each([
  ['dev', 'dev'],
  ['arn:aws:iam::012345678901:mfa/ada', 'arn:aws:iam::012345678901:mfa/ada'],
  ['my role', "'my role'"],
  ["ada's", "'ada'\\''s'"],
  ['$(reboot)', "'$(reboot)'"],
  ['', "''"],
])('%j is %s to a shell', (word, written) => expect(shellWord(word)).toBe(written));

it('a remedy can be copied into a shell whatever the profile is called', () => {
  expect(chainFailures.noCredentials('a b; reboot').remedy).toContain("rolecall keys add 'a b; reboot'");
});

/** Commands of ours in texts for people, with what is put into them: `rolecall keys add ${…}`. */
const command = /rolecall (?:[a-z-]+ )+(?:--[a-z]+ )?\$\{([^}]*)\}/g;

it('every command in a text quotes what it names', () => {
  const root = join(import.meta.dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(command)].map(([, named = '']) => `${file}: ${named}`),
  );
  expect(found.length).toBeGreaterThan(20);
  const unquoted = found.filter((each) => !/: (shellWord\(|entries\.length)/.test(each));
  expect(unquoted).toEqual([]);
});
