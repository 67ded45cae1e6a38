import type { ClearKey, ClearKeyFiles } from '../access-keys/clear-keys.ts';
import type { AccessKey } from '../credentials.ts';
import { type Failure, failure } from '../failure.ts';
import { failed, ok } from '../result.ts';

/** Files in which keys stand in clear, as a map; each stands in all of the files. `trouble` fails the next write, `before` runs ahead of it. */
export function createFakeClearKeys() {
  const keys = new Map<string, AccessKey>();
  const inFiles = new Set<'config' | 'credentials'>(['credentials']);
  const found = (profile: string, key: AccessKey): ClearKey => ({
    profile,
    key,
    places: [...inFiles].map((path) => ({ path, lines: [2, 3] })),
    taken: [...inFiles].map((file) => ({
      file,
      chunks: [{ behind: { digest: profile, nth: 1 }, parts: [key.accessKeyId] }],
    })),
    previews: [{ path: 'credentials', diff: '-aws_access_key_id = (hidden)' }],
  });
  const control: { trouble?: Failure | undefined; before?: (() => void) | undefined } = {};
  const trouble = () => {
    control.before?.();
    const hit = control.trouble;
    control.trouble = undefined;
    return hit;
  };

  const files: ClearKeyFiles = {
    profiles: async () => ok([...keys.keys()].sort()),
    find: async (profile) => {
      const key = keys.get(profile);
      return ok(key && found(profile, key));
    },
    async take({ profile, key, taken, previews }) {
      const hit = trouble();
      if (hit) return failed(hit);
      const now = keys.get(profile);
      if (now && JSON.stringify(found(profile, now).taken) !== JSON.stringify(taken))
        return failed(failure('file-changed', 'It was changed meanwhile.', 'Try again.'));
      if (now?.secretAccessKey === key.secretAccessKey) keys.delete(profile);
      return ok(previews);
    },
    copies: async () => [],
    previewPutBack: async (profile, key) => ok(found(profile, key).previews),
    async putBack(profile, key) {
      const hit = trouble();
      if (hit) return failed(hit);
      keys.set(profile, { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey });
      return ok(found(profile, key).previews);
    },
  };
  return {
    files,
    keys,
    control,
    alsoIn: (file: 'config') => void inFiles.add(file),
    gone: (file: 'credentials') => void inFiles.delete(file),
  };
}
