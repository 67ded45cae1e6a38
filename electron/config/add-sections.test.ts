import { expect, it } from 'vitest';
import { addSections } from './add-sections.ts';

const role = { kind: 'profile', name: 'a', values: { role_arn: 'r', source_profile: 's' } } as const;
const sso = { kind: 'sso-session', name: 'corp', values: { sso_region: 'x' } } as const;
const written = '[profile a]\nrole_arn = r\nsource_profile = s\n\n[sso-session corp]\nsso_region = x\n';

it.each([
  ['', written],
  ['[default]\n', `[default]\n\n${written}`],
  ['[default]\n\n', `[default]\n\n${written}`],
  ['[default]\nregion = x', `[default]\nregion = x\n\n${written}`],
  ['[default]\r\n', `[default]\r\n\r\n${written.replaceAll('\n', '\r\n')}`],
])('writes new sections to the end of %j', (before, after) => {
  expect(addSections(before, '', [role, sso])).toEqual({ ok: true, value: after });
});

it.each([
  ['[profile a]\n', '', 'line 1 of the config file'],
  ['', '[x]\n[a]\n', 'line 2 of the credentials file'],
])('refuses names that are there: %j %j', (config, credentials, where) => {
  expect(addSections(config, credentials, [sso, role])).toMatchObject({
    failure: { kind: 'already-there', message: expect.stringContaining(where) },
  });
});

it('refuses a name twice, and values that would be read differently', () => {
  expect(addSections('', '', [role, role])).toMatchObject({ failure: { kind: 'already-there' } });
  for (const bad of [
    { ...role, name: 'a\nb' },
    { ...role, values: { region: 'x\n[evil]' } },
    { ...role, name: 'a]b' },
  ])
    expect(addSections('', '', [bad])).toMatchObject({ failure: { kind: 'bad-input' } });
});
