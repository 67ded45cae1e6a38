import { describe, expect, it } from 'vitest';
import type { ProfilesEdit } from '../core/sso/organisation/import-plan.ts';
import { applySplices } from './edit-lines.ts';
import { parseAwsFiles } from './parse-merge.ts';
import { profilesSplices } from './profiles-edit.ts';
import { spliceDiff } from './splice-diff.ts';

const nothing: ProfilesEdit = { kind: 'profiles', add: [], remove: [], rename: [] };
const keys = (name: string) =>
  [
    ['sso_session', 'corp'],
    ['sso_account_id', '012345678901'],
    ['rolecall_imported', name],
  ] as const;
const section = (name: string) =>
  `[profile ${name}]\nsso_session = corp\nsso_account_id = 012345678901\nrolecall_imported = ${name}\n`;
const foreign = '# mine\n[profile mine]\nregion=eu-west-1 # near\n\n[services x]\ns3 =\n  endpoint_url = http://x\n';

function edited(text: string, edit: Partial<ProfilesEdit>) {
  const splices = profilesSplices(text, { ...nothing, ...edit });
  return splices.ok
    ? { text: applySplices(text, splices.value), diff: spliceDiff('config', text, splices.value) }
    : { failure: splices.failure };
}

describe('thousands of profiles in one edit', () => {
  it('adds at the end, and changes no other byte', () => {
    const add = [
      { name: 'a', keys: keys('a') },
      { name: 'b', keys: keys('b') },
    ];
    expect(edited(foreign, { add }).text).toBe(`${foreign}\n${section('a')}\n${section('b')}`);
    expect(edited('', { add }).text).toBe(`${section('a')}\n${section('b')}`);
    expect(edited('[default]\r\nregion = x\r\n', { add: [{ name: 'a', keys: keys('a') }] }).text).toBe(
      `[default]\r\nregion = x\r\n\r\n${section('a').replaceAll('\n', '\r\n')}`,
    );
  });

  it('removes and renames what is as it was written, and shows just that', () => {
    const text = `${foreign}\n${section('a')}\n${section('b')}# stays\n`;
    const result = edited(text, {
      remove: [{ name: 'a', keys: keys('a') }],
      rename: [{ from: 'b', to: 'c', before: keys('b'), keys: keys('c') }],
    });
    expect(result.text).toBe(`${foreign}\n${section('c')}# stays\n`);
    expect(result.diff).toBe(
      [
        '--- config',
        '+++ config',
        '@@ -9,5 +9,0 @@',
        '-[profile a]',
        '-sso_session = corp',
        '-sso_account_id = 012345678901',
        '-rolecall_imported = a',
        '-',
        '@@ -14,1 +9,1 @@',
        '-[profile b]',
        '+[profile c]',
        '@@ -17,1 +12,1 @@',
        '-rolecall_imported = b',
        '+rolecall_imported = c',
        '',
      ].join('\n'),
    );
  });

  it('refuses as a whole when a person changed one of them meanwhile', () => {
    const text = `${section('a')}output = json\n${section('b')}`;
    const edit = {
      remove: [
        { name: 'a', keys: keys('a') },
        { name: 'b', keys: keys('b') },
      ],
    };
    expect(edited(text, edit).failure?.kind).toBe('file-changed');
    expect(edited(section('a'), { remove: [{ name: 'gone', keys: [] }] }).failure?.kind).toBe('file-changed');
    expect(edited(section('a'), { add: [{ name: 'a', keys: keys('a') }] }).failure?.kind).toBe('file-changed');
  });

  it.each([
    ['a\n[profile evil]', 'corp'],
    ['a', 'corp\ncredential_process = evil'],
    ['a', 'corp # comment'],
    ['a]', 'corp'],
    ['__proto__', 'corp'],
  ])('writes nothing that another reader would take for something else: %j %j', (name, value) => {
    expect(edited(foreign, { add: [{ name, keys: [['sso_session', value]] }] }).failure?.kind).toBe('bad-input');
  });

  it('writes 12,000 in one go, and takes them back to the byte', () => {
    const names = Array.from({ length: 12_000 }, (_, index) => `account-${index}`);
    const added = edited(foreign, { add: names.map((name) => ({ name, keys: keys(name) })) }).text ?? '';
    const { profiles } = parseAwsFiles({ path: 'c', bytes: Buffer.from(added) }, { path: 'x', bytes: undefined }, []);
    expect(profiles.size).toBe(12_001);
    const back = edited(added, { remove: names.map((name) => ({ name, keys: keys(name) })) }).text;
    expect(back).toBe(`${foreign}\n`);
  });
});
