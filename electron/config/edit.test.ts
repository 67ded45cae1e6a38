import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptProfile, releaseProfile, setDefaultRegion } from './adopt.ts';
import { bytesOf, byteText } from './bytes.ts';
import { removeSection, renameSection, setKey, unsetKey } from './edit.ts';
import type { Target } from './edit-find.ts';
import { parseSyntax } from './parse-syntax.ts';

const config = (name: string): Target => ({ file: 'config', kind: 'profile', name });
const set = (text: string, name: string, key: string, value: string) => {
  const result = setKey(text, config(name), key, value);
  return result.ok ? result.value : result.failure;
};

describe('setting a key, as AWS CLI’s writer is pinned', () => {
  it.each([
    ['W1', '[default]\na=1\nfoo = 1\nbar=1', 'foo', '2', '[default]\na=1\nfoo = 2\nbar=1'],
    ['W2', '[default]\nfoo=1\nbar=1\n', 'foo', '2', '[default]\nfoo = 2\nbar=1\n'],
    ['W3', '[default]\nfoo = [x]\n', 'bar', '[y]', '[default]\nfoo = [x]\nbar = [y]\n'],
    ['W4', '[default]\nfoo = 1\n\n\n[profile b]\n', 'bar', '2', '[default]\nfoo = 1\nbar = 2\n\n\n[profile b]\n'],
    ['W4 at the end', '[default]\nfoo = 1', 'bar', '2', '[default]\nfoo = 1\nbar = 2\n'],
    ['W5', '[default]\n\nfoo = 1\n[profile b]\nfoo = 1\n', 'foo', '2', '[default]\n\nfoo = 2\n[profile b]\nfoo = 1\n'],
    ['W7', '[other "x"]\na = 1\n\n\n', 'foo', '1', '[other "x"]\na = 1\n\n\n[default]\nfoo = 1\n'],
    ['W7 without a final break', '[x]', 'foo', '1', '[x]\n[default]\nfoo = 1\n'],
    ['W8', '\n', 'foo', 'value', '\n[default]\nfoo = value\n'],
    ['W8 empty', '', 'foo', 'value', '[default]\nfoo = value\n'],
    ['W10', '[default]\n#foo = 1\nbar = 1\n', 'foo', '2', '[default]\n#foo = 1\nbar = 1\nfoo = 2\n'],
    ['W11', '#[default]\n', 'foo', '2', '#[default]\n[default]\nfoo = 2\n'],
    ['W14', '[default]\n', 's3.a', '1', '[default]\ns3 =\n    a = 1\n'],
    ['W15', '[default]\ns3 =\n  a = 1\nz = 1\n', 's3.b', '2', '[default]\ns3 =\n  a = 1\n  b = 2\nz = 1\n'],
    ['W16', '[default]\ns3 =\n  a=1\n  b = 1\n', 's3.a', '2', '[default]\ns3 =\n  a = 2\n  b = 1\n'],
    ['W17', '[default]\nz = 1\n\n[profile b]\n', 's3.a', '1', '[default]\nz = 1\ns3 =\n    a = 1\n\n[profile b]\n'],
    ['W18', '[default]\n', 'foo', '1', '[default]\nfoo = 1\n'],
    ['CRLF and indentation', '[default]\r\n  foo=1\r\n', 'foo', '2', '[default]\r\n  foo = 2\r\n'],
    ['CRLF, new key', '[default]\r\n  foo=1\r\n', 'bar', '2', '[default]\r\n  foo=1\r\n  bar = 2\r\n'],
    [
      'comments between its other lines',
      '[default]\nfoo = 1\n#a = 1\n  2\n\n 3\nb = 1\n',
      'foo',
      '4',
      '[default]\nfoo = 4\n#a = 1\n\nb = 1\n',
    ],
    ['comments, no final break', '[default]\r\nfoo = 1\r\n; a\r\n  2', 'foo', '4', '[default]\r\nfoo = 4\r\n; a'],
    ['a byte order mark', '\xef\xbb\xbf[default]\nfoo = 1\n', 'foo', '2', '\xef\xbb\xbf[default]\nfoo = 2\n'],
  ])('%s', (_rule, before, key, value, after) => expect(set(before, 'default', key, value)).toBe(after));

  it('W12, W13: finds quoted headers and keeps their quoting', () => {
    expect(set('[profile "foobar"]\na=1\n', 'foobar', 'a', '2')).toBe('[profile "foobar"]\na = 2\n');
    expect(set('[profile "two  spaces"]\na=1\n', 'two  spaces', 'a', '2')).toBe('[profile "two  spaces"]\na = 2\n');
  });

  it('S2: quotes a new name with a blank in the config file only', () => {
    expect(set('', 'some profile', 'a', '1')).toBe("[profile 'some profile']\na = 1\n");
    expect(setKey('', { file: 'credentials', kind: 'profile', name: 'some profile' }, 'a', '1')).toMatchObject({
      value: '[some profile]\na = 1\n',
    });
  });

  it.each([
    ['a line break in the value', 'default', 'a', 'table\nregion = x'],
    ['a carriage return in the key', 'default', 'a\rsecretly', '1'],
    ['a line break in the name', 'x]\n[secretly', 'a', '1'],
    ['a separator Python takes for a line break', 'default', 'a', 'secretly\u2028b'],
    ['what the SDKs cut off as a comment', 'default', 'a', 'secretly # b'],
    ['an empty value', 'default', 'a', ''],
    ['a name the JavaScript SDK refuses', '__proto__', 'a', 'secretly'],
    ['a name no SDK reads', 'a!b', 'a', 'secretly'],
  ])('refuses %s without echoing it', (_what, name, key, value) => {
    const found = set('[default]\n', name, key, value);
    expect(found).toMatchObject({ kind: 'bad-input' });
    expect(JSON.stringify(found)).not.toMatch(/secretly|table/);
  });

  it('refuses where two places could be meant, with their lines', () => {
    expect(set('[default]\na=1\n[profile b]\n[default]\n', 'default', 'a', '2')).toMatchObject({
      kind: 'file-ambiguous',
      message: expect.stringContaining('1 and 4'),
    });
    expect(set('[default]\na=1\nA=1\n', 'default', 'a', '2')).toMatchObject({
      message: expect.stringContaining('2 and 3'),
    });
    expect(set('[default]\n[profile default]\n', 'default', 'a', '2')).toMatchObject({ kind: 'file-ambiguous' });
    expect(set('[default]\na=1\rb=2\n', 'default', 'a', '2')).toMatchObject({ kind: 'file-ambiguous' });
    expect(set('[default]\n\v[profile b]\n', 'default', 'a', '2')).toMatchObject({ kind: 'file-ambiguous' });
  });
});

describe('removing and renaming', () => {
  it('takes just its lines', () => {
    const text = '[default]\na = 1\n\n# about b\n[profile b]\ns3 =\n  x = 1\n  y = 2\nb = 1';
    expect(unsetKey(text, config('b'), 's3.x')).toMatchObject({ value: text.replace('  x = 1\n', '') });
    expect(unsetKey(text, config('b'), 'b')).toMatchObject({ value: text.slice(0, -6) });
    expect(unsetKey(text, config('b'), 'gone')).toMatchObject({ value: text });
    expect(removeSection(text, config('default'))).toMatchObject({ value: text.slice(text.indexOf('#')) });
    expect(renameSection(text, config('b'), 'c d')).toMatchObject({
      value: text.replace('profile b', "profile 'c d'"),
    });
    expect(renameSection(text, config('b'), 'default')).toMatchObject({ failure: { kind: 'bad-input' } });
  });
});

/** Files as people, tools and accidents leave them: any mix of line breaks, indentation, comments and raw bytes. */
const hostileFile = fc
  .record({
    bom: fc.constantFrom('', '', '\xef\xbb\xbf'),
    end: fc.boolean(),
    lineBreak: fc.constantFrom('\n', '\r\n', 'mixed'),
    lines: fc.array(
      fc.oneof(
        fc.constantFrom(
          '',
          ' \t',
          '# note',
          '#region = x',
          '; [profile p1]',
          '[broken',
          '[other]',
          'stray',
          '= x',
          ' - cont',
        ),
        fc.constantFrom(
          '[default]',
          '[profile p1]',
          '[profile "p2"]',
          '[profile p3] # x',
          ' [profile p4]',
          '[sso-session p1]',
        ),
        fc
          .tuple(
            fc.constantFrom('', '  ', '\t'),
            fc.constantFrom('region', 'role_arn', 'Source_Profile', 's3', 'sso_region', 'x\xff', 'credential_process'),
            fc.constantFrom('=', ' = ', ' =\t', ' ='),
            fc.constantFrom('', 'a', 'b # c', '\xc3\xa0', '\xff\xfe', '[v]'),
          )
          .map((parts) => parts.join('')),
      ),
      { maxLength: 25 },
    ),
    seed: fc.nat(),
  })
  .map(({ bom, end, lineBreak, lines, seed }) => {
    const breakAt = (i: number) => (lineBreak === 'mixed' ? ((seed >> (i % 20)) & 1 ? '\n' : '\r\n') : lineBreak);
    return bom + lines.map((line, i) => line + (i < lines.length - 1 || end ? breakAt(i) : '')).join('');
  });

const someProfile = fc.constantFrom('default', 'p1', 'p2', 'p3', 'p4', 'new');

describe('hostile files', () => {
  const runs = { numRuns: 1500 };

  it('keep every byte through reading', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(bytesOf(byteText(bytes)).equals(bytes)).toBe(true);
        parseSyntax(byteText(bytes));
      }),
      runs,
    );
  });

  it('change in the one line that is set, and read back what was set', () => {
    fc.assert(
      fc.property(hostileFile, someProfile, fc.constantFrom('region', 'role_arn', 'fresh'), (text, name, key) => {
        const result = setKey(text, config(name), key, 'eu-new-1');
        if (!result.ok) return;
        const before = text.split('\n');
        const after = result.value.split('\n');
        let head = 0;
        while (head < before.length && before[head] === after[head]) head++;
        let tail = 0;
        while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
        // One line replaced (with its continuation lines), or one or two (header and key) added.
        const added = after.slice(head, after.length - tail).join('\n');
        if (result.value !== text) expect(added).toContain('eu-new-1');
        expect(after.length - before.length).toBeLessThanOrEqual(3);
        expect(setKey(result.value, config(name), key, 'eu-new-1')).toEqual(result);
      }),
      runs,
    );
  });

  it('are the same to the byte after adopt and release, with the region followed in between', () => {
    let adopted = 0;
    fc.assert(
      fc.property(hostileFile, someProfile, fc.boolean(), (text, name, moved) => {
        let changed = adoptProfile(text, '', name, '/d/rolecall credentials x');
        if (!changed.ok) return;
        if (moved) changed = adoptProfile(changed.value, '', name, '"/other place/rolecall" credentials x');
        if (!changed.ok) throw new Error(changed.failure.message);
        adopted++;
        if (name === 'default') {
          for (const region of ['eu-central-1', 'us-east-1']) {
            const next = setDefaultRegion(changed.value, region);
            if (next.ok) changed = next;
          }
        }
        expect(releaseProfile(changed.value, name)).toEqual({ ok: true, value: text });
      }),
      { ...runs, numRuns: 4000 },
    );
    expect(adopted).toBeGreaterThan(500);
  });
});

describe('adopting', () => {
  const role = '[profile a]\nrole_arn = r\nmfa_serial=m\n\tsource_profile=b\n\n[profile b]\nregion = x\n';

  it('puts the role’s keys aside in place, and says so in the fewest lines', () => {
    expect(
      adoptProfile('[profile a]\nrole_arn = r\nmfa_serial=m\nSource_Profile=b\n\n[profile b]\n', '', 'a', 'p'),
    ).toEqual({
      ok: true,
      value:
        '[profile a]\nrolecall_role_arn = r\nmfa_serial=m\nrolecall_Source_Profile=b\ncredential_process = p\n\n[profile b]\n',
    });
  });

  it('keeps what others change in between', () => {
    const adopted = adoptProfile(role, '', 'a', '/x/rolecall credentials a');
    if (!adopted.ok) throw new Error(adopted.failure.message);
    const changed = adopted.value.replace('[profile b]\n', '# mine\n[profile b]\noutput = json\n');
    expect(releaseProfile(changed, 'a')).toEqual({
      ok: true,
      value: role.replace('[profile b]\n', '# mine\n[profile b]\noutput = json\n'),
    });
  });

  it('refuses where keys in clear would win over it', () => {
    const keys = '[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n';
    expect(adoptProfile(role, keys, 'a', 'p')).toMatchObject({
      failure: { kind: 'chain-contradiction', profile: 'a' },
    });
    expect(adoptProfile(role, '[a]\nrole_arn = r\n', 'a', 'p')).toMatchObject({
      failure: { kind: 'chain-contradiction' },
    });
  });
});
