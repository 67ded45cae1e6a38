import { adoptProfile, releaseProfile } from '../../electron/config/adopt.ts';
import { bytesOf, byteText } from '../../electron/config/bytes.ts';
import { setKey } from '../../electron/config/edit.ts';
import type { Target } from '../../electron/config/edit-find.ts';
import { parseAwsFiles } from '../../electron/config/parse-merge.ts';
import { ok, type Result } from '../../electron/core/result.ts';
import { realFiles, validFile } from '../lib/config-files.ts';
import { mutate } from '../lib/mutate.ts';
import type { Row } from '../row.ts';

const names = ['default', 'a', 'b', 'prod'];
const keys = ['region', 'role_arn', 'fresh'];
const value = 'eu-canary-1';

type Edit = (text: string, target: Target, key: string, value: string) => Result<string>;

/** Careful with values, and tidy: what most editors of INI files do. */
const tidyEdit: Edit = (text, target, key, set) => {
  const edited = setKey(text, target, key, set);
  return edited.ok ? ok(edited.value.replaceAll('\r\n', '\n').replaceAll(/[ \t]+\n/g, '\n')) : edited;
};

export const mutated: Row = {
  number: 2,
  name: 'mutated INI files: read, one key set, adopted and released',
  target: '0 crashes, untouched bytes identical',
  async run({ random, quick, defended }) {
    const edit: Edit = defended ? setKey : tidyEdit;
    const files = quick ? 1500 : 100_000;
    const generated = Array.from({ length: 20 }, () => validFile(random, names));
    // Long files cost time and show no more than the part of them that is damaged.
    const seeds = [...generated, ...realFiles().map((text) => text.slice(0, 3000))];
    let crashes = 0;
    let damaged = 0;
    let edited = 0;
    for (let i = 0; i < files; i++) {
      const text = mutate(random.pick(seeds), random);
      const name = random.pick(names);
      const key = random.pick(keys);
      const target: Target = { file: 'config', kind: 'profile', name };
      try {
        const bytes = bytesOf(text);
        parseAwsFiles({ path: 'config', bytes }, { path: 'credentials', bytes });
        if (byteText(bytes) !== text) damaged += 1;
        const set = edit(text, target, key, value);
        if (set.ok) {
          edited += 1;
          if (!onlyLineChanged(text, set.value, key)) damaged += 1;
        }
        const adopted = adoptProfile(text, '', name, '/d/rolecall credentials x');
        if (adopted.ok) {
          const released = releaseProfile(adopted.value, name);
          if (!released.ok || (released.value !== text && !alreadyOurs(text))) damaged += 1;
        }
      } catch {
        crashes += 1;
      }
    }
    return {
      figure: `${crashes} crashes, ${damaged} damaged of ${files} (${edited} edited, the rest refused with a reason)`,
      passed: crashes + damaged === 0 && edited > 0,
    };
  },
};

const alreadyOurs = (text: string) => text.includes('rolecall');

/** An opinion of its own, without the editor's parser: what is gone is the old key with its continuation lines, what is new is the key. */
function onlyLineChanged(before: string, after: string, key: string): boolean {
  const withoutMark = (text: string) => text.replace(/^\xef\xbb\xbf/, '').split('\n');
  const old = withoutMark(before);
  const now = withoutMark(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const gone = old.slice(head, old.length - tail);
  const added = now.slice(head, now.length - tail);
  // The last line of a file may get the line break it did not have.
  if (gone.length > 0 && gone[0] === old.at(-1) && added[0]?.replace(/\r$/, '') === gone[0]) {
    gone.shift();
    added.shift();
  }
  const [first, ...rest] = gone;
  if (first !== undefined && first.trim() !== '') {
    if (!new RegExp(`^\\s*${key}\\s*=`, 'i').test(first)) return false;
    // Comments between them are nobody's, and stay.
    const comments = rest.filter((line) => /^\s*[#;]/.test(line));
    if (!comments.every((line) => added.includes(line) || added.includes(line.replace(/\r$/, '')))) return false;
    added.splice(0, added.length, ...added.filter((line) => !comments.includes(line) && line.trim() !== ''));
    if (!rest.every((line) => comments.includes(line) || line.trim() === '' || /^[ \t\v\f\r]/.test(line))) return false;
  }
  return added.length <= 3 && (added.length === 0 ? gone.length === 0 : added.some((line) => line.includes(value)));
}
