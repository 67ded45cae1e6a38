import type { AwsFilesContent, SectionValues } from '../core/aws-files.ts';
import { type Failure, failure } from '../core/failure.ts';
import type { Chain } from '../core/hop.ts';
import { chainOf } from '../core/profiles/profile-chain.ts';
import { chainFailures } from '../core/profiles/profile-failures.ts';
import { readOwnProcess } from '../core/profiles/profile-settings.ts';
import type { AccessKeyIndex } from '../core/profiles/profile-step.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { shellWord } from '../core/shell-word.ts';
import { type AwsFilesOptions, createAwsFiles } from './aws-files.ts';
import { type ByteText, bytesOf, byteText, decodeText } from './bytes.ts';
import { removeSection, renameSection, setKey, unsetKey } from './edit.ts';
import { findEntry, findSection, type Target } from './edit-find.ts';
import { realFileSystem } from './file-system.ts';
import { launcherCommand } from './launcher-command.ts';
import { parseSyntax } from './parse-syntax.ts';
import { readSettled } from './read-settled.ts';
import { type FileKind, readSectionName, type SectionKind } from './section-name.ts';
import { readFailure } from './write-failures.ts';
import { writeSafely } from './write-safely.ts';

// AWS CLI keeps these in the credentials file, all else in the config file.
const credentialKeys = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'aws_security_token'];
const secretKeys = new Set(credentialKeys.slice(1).flatMap((key) => [key, `rolecall_${key}`]));

type Sections = Record<string, SectionValues>;

/** Sections as plain data for `--json`, without secrets; null prototypes, since names are the user's. */
function shown(sections: ReadonlyMap<string, SectionValues>): Sections {
  const all: Sections = Object.create(null);
  for (const [name, values] of sections) {
    const copy: Record<string, SectionValues[string]> = Object.create(null);
    for (const [key, value] of Object.entries(values)) copy[key] = secretKeys.has(key) ? '(hidden)' : value;
    all[name] = copy;
  }
  return all;
}

export type OfflineConfig = ReturnType<typeof createOfflineConfig>;

/** The `rolecall config …` and `rolecall plan` operations. They need no running program and no network. */
export function createOfflineConfig(options: AwsFilesOptions) {
  const files = createAwsFiles(options);
  const [configPath, credentialsPath] = files.paths;

  /** Hands back the path of the file if it changed. */
  async function edit(
    file: FileKind,
    change: (text: ByteText) => Result<ByteText>,
  ): Promise<Result<readonly string[]>> {
    const path = file === 'config' ? configPath : credentialsPath;
    const written = await writeSafely(
      path,
      (bytes) => {
        const after = change(byteText(bytes));
        return after.ok ? ok(bytesOf(after.value)) : after;
      },
      options.fs,
    );
    if (!written.ok) return written;
    return ok(written.value.before.equals(written.value.after) ? [] : [path]);
  }

  async function refusal(path: string, change: (text: ByteText) => Result<ByteText>): Promise<Failure | undefined> {
    try {
      const state = await readSettled(path, options.fs ?? realFileSystem);
      const after = change(byteText(state?.bytes ?? new Uint8Array(0)));
      return after.ok ? undefined : after.failure;
    } catch (error) {
      return readFailure(path, error);
    }
  }

  const target = (kind: SectionKind, name: string, file: FileKind = 'config'): Target => ({ kind, name, file });
  const fileOf = (key: string): FileKind => (credentialKeys.includes(key.toLowerCase()) ? 'credentials' : 'config');

  /** A profile may stand in both files; an edit of one that is in neither is a failure. */
  async function inBoth(
    name: string,
    change: (text: ByteText, at: Target) => Result<ByteText>,
  ): Promise<Result<readonly string[]>> {
    if (!(await files.read()).profiles.has(name)) return failed(chainFailures.notFound(name));
    // Both or neither: what the second file refuses must not leave the first one changed.
    const refused = await refusal(credentialsPath, (text) => change(text, target('profile', name, 'credentials')));
    if (refused) return failed(refused);
    const config = await edit('config', (text) => change(text, target('profile', name)));
    if (!config.ok) return config;
    const credentials = await edit('credentials', (text) => change(text, target('profile', name, 'credentials')));
    return credentials.ok ? ok([...config.value, ...credentials.value]) : credentials;
  }

  return {
    async show() {
      const { profiles, ssoSessions, services, problems } = await files.read();
      return { profiles: shown(profiles), ssoSessions: shown(ssoSessions), services: shown(services), problems };
    },

    /** What is wrong in the files, and the profiles that cannot work as they stand. */
    async check(keychainIndex: AccessKeyIndex): Promise<{
      readonly problems: AwsFilesContent['problems'];
      readonly broken: readonly { readonly profile: string; readonly failure: Failure }[];
    }> {
      const content = await files.read();
      const broken = [...content.profiles.keys()].flatMap((profile) => {
        const chain = chainOf(profile, content, keychainIndex);
        // A profile that only holds a region, or a user whose key is not here yet, is no mistake in the files.
        return chain.ok || chain.failure.kind === 'key-missing' ? [] : [{ profile, failure: chain.failure }];
      });
      return { problems: content.problems, broken };
    },

    /** `parent.key` reads a nested block. A secret is never printed. */
    async get(profile: string, key: string): Promise<Result<string>> {
      const values = (await files.read()).profiles.get(profile);
      if (!values) return failed(chainFailures.notFound(profile));
      const [parent = key, sub] = key.toLowerCase() in values ? [key] : key.split('.');
      if (secretKeys.has(parent.toLowerCase()))
        return failed(failure('bad-input', 'Rolecall does not print secrets.', 'Read it in the file itself.'));
      const value = values[parent.toLowerCase()];
      const found = sub === undefined || typeof value !== 'object' ? value : value[sub];
      if (typeof found === 'string' && (sub === undefined || typeof value === 'object')) return ok(found);
      return failed(
        failure('bad-input', `"${profile}" has no such key.`, 'rolecall config show lists its keys.', { profile }),
      );
    },

    /** Never a secret. With `session`, the key of an `[sso-session]` instead of a profile's. */
    async set(profile: string, key: string, value: string, session?: string): Promise<Result<readonly string[]>> {
      if (secretKeys.has(key.toLowerCase())) return failed(noSecrets(profile));
      if (session !== undefined)
        return edit('config', (text) => setKey(text, target('sso-session', session), key, value));
      return edit(fileOf(key), (text) => setKey(text, target('profile', profile, fileOf(key)), key, value));
    },

    /** Profiles and sso-sessions as they stand, for planning an import. */
    read: files.read,
    /** One of the edits that the program offers, too. */
    preview: files.preview,
    apply: files.apply,

    unset: (profile: string, key: string): Promise<Result<readonly string[]>> =>
      inBoth(profile, (text, at) => unsetKey(text, at, key)),

    remove: (profile: string): Promise<Result<readonly string[]>> => inBoth(profile, removeSection),

    /** Also corrects `source_profile` wherever it names the profile, and the name in our own `credential_process`. */
    async rename(from: string, to: string): Promise<Result<readonly string[]>> {
      // It may stand in the other file only, and the two would become one.
      if ((await files.read()).profiles.has(to))
        return failed(
          failure(
            'bad-input',
            'There is already a profile of that name.',
            'Choose another name, or remove that one first.',
          ),
        );
      return inBoth(from, (text, at) => {
        const renamed = renameSection(text, at, to);
        if (!renamed.ok) return renamed;
        const sources = renameSources(renamed.value, at.file, from, to);
        return sources.ok && at.file === 'config' ? pointProcessAt(sources.value, to, options.launcher) : sources;
      });
    },

    async plan(profile: string, keychainIndex: AccessKeyIndex): Promise<Result<Chain>> {
      return chainOf(profile, await files.read(), keychainIndex);
    },
  };
}

function noSecrets(profile: string): Failure {
  return failure(
    'bad-input',
    'Rolecall writes no secret into the AWS files, and others can read what stands on a command line.',
    `Keep the access key in the keychain: rolecall keys add ${shellWord(profile)}`,
  );
}

function renameSources(text: ByteText, file: FileKind, from: string, to: string): Result<ByteText> {
  let current = text;
  for (const section of parseSyntax(text).sections) {
    const name = section.header === undefined ? undefined : readSectionName(section.header, file);
    if (name?.kind !== 'profile') continue;
    for (const key of ['source_profile', 'rolecall_source_profile']) {
      if (!section.entries.some((entry) => entry.key === key && entry.value === from)) continue;
      const at: Target = { kind: 'profile', name: name.name, file };
      const found = findSection(current, at);
      if (!found.ok) return found;
      const entry = findEntry(found.value, key);
      if (!entry.ok) return entry;
      const changed = setKey(current, at, key, to);
      if (!changed.ok) return changed;
      current = changed.value;
    }
  }
  return ok(current);
}

/** An adopted profile asks for itself by name. */
function pointProcessAt(text: ByteText, name: string, launcher: string): Result<ByteText> {
  const at: Target = { kind: 'profile', name, file: 'config' };
  const section = findSection(text, at);
  if (!section.ok) return section;
  const entry = findEntry(section.value, 'credential_process');
  if (!entry.ok) return entry;
  if (!entry.value || readOwnProcess(decodeText(entry.value.value)) === undefined) return ok(text);
  const command = launcherCommand(launcher, name);
  return command.ok ? setKey(text, at, 'credential_process', command.value) : command;
}
