import { isDeepStrictEqual } from 'node:util';
import type { AwsFilesContent, FileProblem } from '../core/aws-files.ts';
import type { FileEdit } from '../core/contract.ts';
import type { AwsFiles } from '../core/ports.ts';
import { ok, type Result } from '../core/result.ts';
import type { ProfilesEdit } from '../core/sso/organisation/import-plan.ts';
import { addSections } from './add-sections.ts';
import { adoptProfile, releaseProfile, setDefaultRegion } from './adopt.ts';
import { type ByteText, bytesOf, byteText } from './bytes.ts';
import { setKey, unsetKey } from './edit.ts';
import type { Target } from './edit-find.ts';
import { applySplices } from './edit-lines.ts';
import { previewOf } from './file-preview.ts';
import { type FileSystem, realFileSystem } from './file-system.ts';
import { launcherCommand } from './launcher-command.ts';
import { awsFileLocations, type Environment } from './locations.ts';
import { parseAwsFiles } from './parse-merge.ts';
import { profilesSplices } from './profiles-edit.ts';
import { readSettled, versionOf } from './read-settled.ts';
import { spliceDiff } from './splice-diff.ts';
import { watchFiles } from './watch.ts';
import { readFailure } from './write-failures.ts';
import { writeSafely } from './write-safely.ts';

export interface AwsFilesOptions {
  readonly environment: Environment;
  /** The home directory the OS names; `HOME` in the environment goes before it. */
  readonly home: string;
  /** Path of the launcher that `credential_process` calls. */
  readonly launcher: string;
  readonly platform?: string;
  readonly fs?: FileSystem;
}

type TextEdit = (config: ByteText, credentials: ByteText) => Result<ByteText>;

/** The user's AWS files. Reading never writes; an edit touches the config file only. */
export function createAwsFiles(options: AwsFilesOptions): AwsFiles & { readonly paths: readonly [string, string] } {
  const { environment, home, launcher, platform = process.platform, fs = realFileSystem } = options;
  const { configPath, credentialsPath } = awsFileLocations(environment, platform, home, process.cwd());

  async function bytesAt(path: string): Promise<{ bytes: Buffer | undefined; problem?: FileProblem }> {
    try {
      return { bytes: (await readSettled(path, fs))?.bytes };
    } catch (error) {
      const { message, remedy } = readFailure(path, error);
      return { bytes: undefined, problem: { file: path, line: 1, message, remedy, unreadable: true } };
    }
  }

  let versionsRead: readonly string[] = [];
  const versions = () => Promise.all([versionOf(configPath, fs), versionOf(credentialsPath, fs)]);

  async function read(): Promise<AwsFilesContent> {
    // Looked at before: what changes while it is read counts as not read.
    versionsRead = await versions();
    const [config, credentials] = await Promise.all([bytesAt(configPath), bytesAt(credentialsPath)]);
    return parseAwsFiles(
      { path: configPath, bytes: config.bytes },
      { path: credentialsPath, bytes: credentials.bytes },
      [config.problem, credentials.problem].filter((problem) => problem !== undefined),
    );
  }

  function textEdit(edit: FileEdit | ProfilesEdit): TextEdit {
    switch (edit.kind) {
      case 'profiles':
        return (config) => {
          const splices = profilesSplices(config, edit);
          return splices.ok ? ok(applySplices(config, splices.value)) : splices;
        };
      case 'adopt':
      case 'hand-over-default': {
        const profile = edit.kind === 'adopt' ? edit.profile : undefined;
        const command = launcherCommand(launcher, profile);
        return (config, credentials) =>
          command.ok ? adoptProfile(config, credentials, profile ?? 'default', command.value) : command;
      }
      case 'release':
        return (config) => releaseProfile(config, edit.profile);
      case 'take-back-default':
        return (config) => releaseProfile(config, 'default');
      case 'set-key': {
        const at: Target = { file: 'config', kind: 'profile', name: edit.profile };
        const { key, value } = edit;
        return (config) => (value === null ? unsetKey(config, at, key) : setKey(config, at, key, value));
      }
      case 'add-sections':
        return (config, credentials) => addSections(config, credentials, edit.sections);
      case 'default-region':
        return (config) => setDefaultRegion(config, edit.region);
    }
  }

  async function credentialsText(): Promise<Result<ByteText>> {
    try {
      return ok(byteText((await readSettled(credentialsPath, fs))?.bytes ?? new Uint8Array(0)));
    } catch (error) {
      return { ok: false, failure: readFailure(credentialsPath, error) };
    }
  }

  return {
    paths: [configPath, credentialsPath],
    read,
    isCurrent: async () => isDeepStrictEqual(await versions(), versionsRead),
    watch: (onChange) => watchFiles([configPath, credentialsPath], onChange),

    async preview(edit) {
      const credentials = await credentialsText();
      if (!credentials.ok) return credentials;
      let before: Buffer;
      try {
        before = (await readSettled(configPath, fs))?.bytes ?? Buffer.alloc(0);
      } catch (error) {
        return { ok: false, failure: readFailure(configPath, error) };
      }
      if (edit.kind === 'profiles') {
        const splices = profilesSplices(byteText(before), edit);
        return splices.ok
          ? ok({ path: configPath, diff: spliceDiff(configPath, byteText(before), splices.value) })
          : splices;
      }
      const after = textEdit(edit)(byteText(before), credentials.value);
      return after.ok ? ok(previewOf(configPath, byteText(before), after.value)) : after;
    },

    async apply(edit) {
      const credentials = await credentialsText();
      if (!credentials.ok) return credentials;
      const change = textEdit(edit);
      const written = await writeSafely(
        configPath,
        (bytes) => {
          const after = change(byteText(bytes), credentials.value);
          return after.ok ? ok(bytesOf(after.value)) : after;
        },
        fs,
      );
      // Who wrote thousands of profiles has seen them, and the comparison of all lines would take longer than the edit.
      if (written.ok && edit.kind === 'profiles') return ok({ path: configPath, diff: '' });
      return written.ok
        ? ok(previewOf(configPath, byteText(written.value.before), byteText(written.value.after)))
        : written;
    },
  };
}
