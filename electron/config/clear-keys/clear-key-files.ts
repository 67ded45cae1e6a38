import type { ClearKey, ClearKeyFiles } from '../../core/access-keys/clear-keys.ts';
import type { TakenKey } from '../../core/access-keys/taken-key.ts';
import type { FilePreview } from '../../core/contract.ts';
import type { AccessKey } from '../../core/credentials.ts';
import { failure } from '../../core/failure.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { AwsFilesOptions } from '../aws-files.ts';
import { cleanBackup } from '../backup.ts';
import { type ByteText, bytesOf, byteText } from '../bytes.ts';
import type { Target } from '../edit-find.ts';
import { previewOf } from '../file-preview.ts';
import { realFileSystem } from '../file-system.ts';
import { awsFileLocations } from '../locations.ts';
import { readSections } from '../parse-syntax.ts';
import { readSettled } from '../read-settled.ts';
import { type FileKind, readSectionName } from '../section-name.ts';
import { readFailure } from '../write-failures.ts';
import { writeSafely } from '../write-safely.ts';
import { copiesOf } from './copies.ts';
import { putLines } from './put-lines.ts';
import { type TakenOut, takeLines } from './take-lines.ts';

type Options = Pick<AwsFilesOptions, 'environment' | 'home' | 'platform' | 'fs'>;

interface OneFile {
  readonly kind: FileKind;
  readonly path: string;
}

/** The access keys that stand in clear in the user's files. */
export function createClearKeyFiles(options: Options): ClearKeyFiles {
  const { environment, home, platform = process.platform, fs = realFileSystem } = options;
  const { configPath, credentialsPath } = awsFileLocations(environment, platform, home, process.cwd());
  // The credentials file first: it wins where both hold a key.
  const files: readonly OneFile[] = [
    { kind: 'credentials', path: credentialsPath },
    { kind: 'config', path: configPath },
  ];
  const paths = files.map(({ path }) => path);

  async function textOf({ path }: OneFile): Promise<Result<ByteText>> {
    try {
      return ok(byteText((await readSettled(path, fs))?.bytes ?? new Uint8Array(0)));
    } catch (error) {
      return failed(readFailure(path, error));
    }
  }

  /** What one edit of a file changes, without writing. */
  async function preview(file: OneFile, edit: (text: ByteText) => Result<ByteText>): Promise<Result<FilePreview>> {
    const text = await textOf(file);
    if (!text.ok) return text;
    const after = edit(text.value);
    return after.ok ? ok(previewOf(file.path, text.value, after.value)) : after;
  }

  async function write(file: OneFile, edit: (text: ByteText) => Result<ByteText>): Promise<Result<FilePreview>> {
    const written = await writeSafely(
      file.path,
      (bytes) => {
        const after = edit(byteText(bytes));
        return after.ok ? ok(bytesOf(after.value)) : after;
      },
      fs,
    );
    if (!written.ok) return written;
    return ok(previewOf(file.path, byteText(written.value.before), byteText(written.value.after)));
  }

  async function find(profile: string): Promise<Result<ClearKey | undefined>> {
    const found: (OneFile & { out: TakenOut; before: ByteText })[] = [];
    for (const file of files) {
      const text = await textOf(file);
      if (!text.ok) return text;
      const out = takeLines(text.value, targetIn(file, profile));
      if (!out.ok) return failed({ ...out.failure, profile, message: `${file.path}: ${out.failure.message}` });
      if (out.value) found.push({ ...file, out: out.value, before: text.value });
    }
    const [first, second] = found;
    if (!first) return ok(undefined);
    if (second && !sameKey(first.out.key, second.out.key)) return failed(twoKeys(profile, first, second));
    return ok({
      profile,
      key: first.out.key,
      places: found.map(({ path, out }) => ({ path, lines: [...out.lines] })),
      taken: found.map(({ kind, out }) => ({ file: kind, chunks: [...out.chunks] })),
      previews: found.map(({ path, before, out }) => previewOf(path, before, out.after)),
    });
  }

  return {
    find,

    async profiles() {
      const names = new Set<string>();
      for (const file of files) {
        const text = await textOf(file);
        if (!text.ok) return text;
        readSections(text.value, ({ header, entries }) => {
          const name = header === undefined ? undefined : readSectionName(header, file.kind);
          if (name?.kind === 'profile' && entries.some(({ key }) => key === 'aws_secret_access_key'))
            names.add(name.name);
        });
      }
      return ok([...names].sort());
    },

    async take({ profile, key, taken }) {
      const previews: FilePreview[] = [];
      for (const { file: kind, chunks } of taken) {
        const file = fileOf(files, kind);
        const written = await write(file, (text) => {
          const out = takeLines(text, targetIn(file, profile));
          if (!out.ok) return out;
          if (!out.value) return ok(text);
          const same = sameKey(out.value.key, key) && JSON.stringify(out.value.chunks) === JSON.stringify(chunks);
          return same ? ok(out.value.after) : failed(changed(file.path));
        });
        if (!written.ok) return written;
        previews.push(written.value);
      }
      // Also where no line was left to take: an earlier attempt may have ended in between.
      for (const path of paths) await cleanBackup(path, fs).catch(() => undefined);
      return ok(previews);
    },

    copies: (key) => copiesOf(key.secretAccessKey, paths, fs),

    async previewPutBack(profile, key, taken) {
      return each(taken, ({ file: kind, chunks }) => {
        const file = fileOf(files, kind);
        return preview(file, (text) => putLines(text, targetIn(file, profile), chunks, key));
      });
    },

    async putBack(profile, key, taken) {
      return each(taken, ({ file: kind, chunks }) => {
        const file = fileOf(files, kind);
        return write(file, (text) => putLines(text, targetIn(file, profile), chunks, key));
      });
    },
  };
}

const targetIn = ({ kind }: OneFile, name: string): Target => ({ file: kind, kind: 'profile', name });

function fileOf(files: readonly OneFile[], kind: FileKind): OneFile {
  return files.find((file) => file.kind === kind) as OneFile;
}

async function each(
  taken: TakenKey,
  act: (place: TakenKey[number]) => Promise<Result<FilePreview>>,
): Promise<Result<FilePreview[]>> {
  const previews: FilePreview[] = [];
  for (const place of taken) {
    const done = await act(place);
    if (!done.ok) return done;
    previews.push(done.value);
  }
  return ok(previews);
}

function sameKey(a: AccessKey, b: AccessKey): boolean {
  return a.accessKeyId === b.accessKeyId && a.secretAccessKey === b.secretAccessKey;
}

function twoKeys(profile: string, ...places: { path: string; out: TakenOut }[]) {
  const [wins, loses] = places.map(({ path, out }) => `${path} (lines ${out.lines.join(', ')})`);
  return failure(
    'file-ambiguous',
    `“${profile}” has two different access keys: in ${wins}, which AWS’s tools use, and in ${loses}.`,
    'Remove the one that is not needed, then try again.',
    { profile },
  );
}

function changed(path: string) {
  return failure('file-changed', `${path} was changed while its key was being taken in.`, 'Try again.');
}
