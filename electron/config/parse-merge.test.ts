import { describe, expect, it } from 'vitest';
import { parseAwsFiles } from './parse-merge.ts';

function read(config: string | Buffer, credentials = '') {
  return parseAwsFiles(
    { path: '/c', bytes: Buffer.from(config as string) },
    { path: '/k', bytes: Buffer.from(credentials) },
  );
}

describe('reading the AWS files', () => {
  it('keeps one bad section from hiding the others', () => {
    const content = read('[profile a]\nregion = x\n[profile b\nregion = y\nstray\n[profile c]\nbad line\nregion = z\n');
    expect([...content.profiles.keys()]).toEqual(['a', 'c']);
    expect(content.profiles.get('c')).toEqual({ region: 'z' });
    expect(content.problems.map((problem) => problem.line)).toEqual([3, 5, 7]);
    for (const problem of content.problems)
      expect(problem).toMatchObject({ file: '/c', remedy: expect.stringMatching(/./) });
  });

  it('tells no token that stands before the “=”, where somebody wrote a “:” for it', () => {
    const { problems } = read('', '[a]\naws_session_token: CANARY0token/abc==\n');
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toMatch(/canary/i);
    expect(problems[0]?.message).toContain('aws_session_token');
  });

  it('reads names and keys called __proto__ as names', () => {
    const content = read('[profile __proto__]\n__proto__ = x\n[profile constructor]\nregion = y\n');
    expect(Object.entries(content.profiles.get('__proto__') ?? {})).toEqual([['__proto__', 'x']]);
    expect(content.profiles.get('constructor')).toEqual({ region: 'y' });
    expect(Object.getPrototypeOf(content.profiles.get('constructor'))).toBeNull();
    expect(content.problems[0]?.message).toContain('JavaScript');
  });

  it('reads quoted names, services and nested blocks', () => {
    const content = read(
      '[profile "two  spaces"]\nservices = dev\n[services dev]\ns3 =\n  endpoint_url = http://x # note\n  # off\n  b=1\n',
    );
    expect(content.profiles.has('two  spaces')).toBe(true);
    expect(content.services.get('dev')).toEqual({ s3: { endpoint_url: 'http://x', b: '1' } });
  });

  it.each([
    ['that turn round what stands behind them', 'a\u202enimda'],
    ['that steer a terminal', 'a\u001b[2J'],
    ['that take no room', 'prod\u200b'],
    ['that end a line elsewhere', 'prod\u2028dev'],
  ])('reads no name with characters %s, and says where', (_, name) => {
    const content = read(`[default]\nregion = x\n[profile '${name}']\nrole_arn = y\n[profile 'Öl 日本']\nregion = z\n`);
    expect([...content.profiles.keys()]).toEqual(['default', 'Öl 日本']);
    expect(content.problems).toMatchObject([{ line: 3, message: expect.stringContaining('cannot be seen') }]);
    expect(JSON.stringify(content.problems)).not.toContain(name);
  });

  it('tells a problem without repeating what would disturb it', () => {
    const content = read('[profile a\u202eb]\nregion = x\n[\u202ex]\nrole_arn = y\n');
    expect(content.problems).toHaveLength(2);
    expect(JSON.stringify(content.problems)).not.toContain('\u202e');
  });

  it('reads an indented section as AWS CLI does, and says what other SDKs make of it', () => {
    const content = read('[profile a]\n  region = x\n  output = json\n[profile b]\nregion = y');
    expect(content.profiles.get('a')).toEqual({ region: 'x', output: 'json' });
    expect(content.profiles.get('b')).toEqual({ region: 'y' });
    expect(content.problems).toHaveLength(1);
  });

  it('keeps multi-byte text whole, also where its bytes look like blanks', () => {
    const content = read('[default]\nregion = à\nname = x à\n');
    expect(content.profiles.get('default')).toEqual({ region: 'à', name: 'x à' });
  });

  it.each([
    ['a byte order mark', '\ufeff[default]\nregion = x', 1],
    ['a section twice', '[default]\nregion = x\n[default]\noutput = y', 3],
    ['a key twice', '[default]\nregion = x\nRegion = y', 3],
    ['a profile without its prefix', '[prod]\nregion = x', 1],
    ['a misspelt kind', '[sso-sesion x]\nsso_region = x', 1],
  ])('reports %s', (_name, text, line) => {
    expect(read(text).problems).toMatchObject([{ line, file: '/c' }]);
  });

  it('reports bytes that are not UTF-8 and reads the rest', () => {
    const content = parseAwsFiles(
      { path: '/c', bytes: Buffer.from('[default]\nregion = x\n# \xff\n', 'latin1') },
      { path: '/k', bytes: undefined },
    );
    expect(content.problems).toMatchObject([{ line: 3 }]);
    expect(content.profiles.get('default')).toEqual({ region: 'x' });
  });
});
