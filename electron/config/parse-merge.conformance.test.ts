import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOf, byteText } from './bytes.ts';
import { awsFileLocations } from './locations.ts';
import { parseAwsFiles } from './parse-merge.ts';
import { parseSyntax } from './parse-syntax.ts';

const folder = new URL('../../../shared/conformance/profiles/', import.meta.url);
const here = existsSync(folder);
const load = (name: string) => (here ? JSON.parse(readFileSync(new URL(name, folder), 'utf8')).tests : []);

interface ParserCase {
  name: string;
  input: { configFile?: string; credentialsFile?: string };
  output: {
    errorContaining?: string;
    config?: Record<'profiles' | 'sso_sessions', Record<string, Record<string, string>> | undefined>;
  };
}

/** The suite writes nested blocks as raw text; ours are records. */
function raw(sections: ReadonlyMap<string, Readonly<Record<string, unknown>>>): unknown {
  return Object.fromEntries(
    [...sections].map(([name, values]) => [
      name,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          typeof value === 'object' && value !== null
            ? Object.entries(value)
                .map(([k, v]) => `\n${k} = ${v}`.trimEnd())
                .join('')
            : value,
        ]),
      ),
    ]),
  );
}

describe.skipIf(!here)('the SDKs’ shared suite: what the files mean', () => {
  const cases: ParserCase[] = load('profile-parser-tests.json');
  it('has its 65 cases', () => expect(cases).toHaveLength(65));
  it.each(cases.map((one, at) => [`${at + 1}: ${one.name}`, one] as const))('%s', (_name, { input, output }) => {
    const bytes = (text: string | undefined) => (text === undefined ? undefined : Buffer.from(text));
    const content = parseAwsFiles(
      { path: 'config', bytes: bytes(input.configFile) },
      { path: 'credentials', bytes: bytes(input.credentialsFile) },
    );
    if (output.errorContaining) {
      expect(content.problems.map((problem) => problem.message).join('\n')).toContain(output.errorContaining);
      return;
    }
    expect(raw(content.profiles)).toEqual(output.config?.profiles ?? {});
    expect(raw(content.ssoSessions)).toEqual(output.config?.sso_sessions ?? {});
    expect(content.problems.filter((problem) => problem.message.startsWith('Expected'))).toEqual([]);
  });
});

interface LocationCase {
  name: string;
  environment: Record<string, string>;
  platform: string;
  profile?: string;
  configLocation: string;
  credentialsLocation: string;
}

describe.skipIf(!here)('the SDKs’ shared suite: where the files are', () => {
  const cases: LocationCase[] = load('file-location-tests.json');
  it('has its 9 cases', () => expect(cases).toHaveLength(9));
  it.each(cases.map((one, at) => [`${at + 1}: ${one.name}`, one] as const))('%s', (_name, one) => {
    const found = awsFileLocations(one.environment, one.platform);
    expect(found.configPath).toBe(one.configLocation);
    expect(found.credentialsPath).toBe(one.credentialsLocation);
    if (one.profile) expect(found.profile).toBe(one.profile);
  });
});

describe.skipIf(!here)('files people really have', () => {
  it('are covered by the line model to the last byte', () => {
    for (const name of ['01', '02', '03', '06', '07', '08', '10', '12', '13']) {
      const bytes = readFileSync(new URL(`../realworld/lic-${name}.ini`, folder));
      const text = byteText(bytes);
      const { sections } = parseSyntax(text);
      const joined =
        text.slice(0, sections[0]?.start) + sections.map((section) => text.slice(section.start, section.end)).join('');
      expect(bytesOf(joined).equals(bytes)).toBe(true);
    }
  });
});
