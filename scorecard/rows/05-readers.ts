import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { adoptProfile, releaseProfile } from '../../electron/config/adopt.ts';
import { bytesOf, byteText } from '../../electron/config/bytes.ts';
import { removeSection, renameSection, setKey, unsetKey } from '../../electron/config/edit.ts';
import type { Target } from '../../electron/config/edit-find.ts';
import { ok, type Result } from '../../electron/core/result.ts';
import { validFile } from '../lib/config-files.ts';
import type { Random } from '../lib/random.ts';
import { botocore, javascriptSdk, type Reader } from '../lib/readers.ts';
import { safeWriter } from '../lib/writers.ts';
import type { Row } from '../row.ts';

type Edit = (text: string) => Result<string>;

const names = ['default', 'base', 'dev', 'prod', 'a.b@c'];

function anyEdit(random: Random, name: string): Edit {
  const at: Target = { file: 'config', kind: 'profile', name };
  const key = random.pick(['region', 'role_arn', 'fresh', 's3.use_accelerate_endpoint', 'cli_pager']);
  const edits: Edit[] = [
    (text) => setKey(text, at, key, random.pick(['eu-west-1', 'a = b', '[x]', 'à', 'https://x/#/y'])),
    (text) => unsetKey(text, at, key),
    (text) => removeSection(text, at),
    (text) => renameSection(text, at, 'renamed'),
    (text) => adoptProfile(text, '', name, '"/some place/rolecall" credentials x'),
    (text) => releaseProfile(text, name),
  ];
  return random.pick(edits);
}

/** Adds a section without a look whether there is one: a thing real tools do. */
const appendEdit =
  (name: string): Edit =>
  (text) =>
    ok(`${text.replace(/\n?$/, '\n')}[${name === 'default' ? name : `profile ${name}`}]\nregion = eu-west-1\n`);

export const readers: Row = {
  number: 5,
  name: 'botocore and the JavaScript SDK read the file after each write',
  target: 'same foreign profiles, 100 %',
  async run({ random, quick, defended, folder }) {
    const path = join(folder(), 'config');
    const all: Reader[] = [botocore(), javascriptSdk()];
    const files = quick ? 12 : 120;
    let writes = 0;
    let bad = 0;
    try {
      for (let file = 0; file < files; file++) {
        writeFileSync(path, validFile(random, names), 'latin1');
        for (let edit = 0; edit < 8; edit++) {
          const name = random.pick(names);
          const change = defended ? anyEdit(random, name) : appendEdit(name);
          const before = await Promise.all(all.map((reader) => reader.read(path)));
          const written = await safeWriter(path, (bytes) => {
            const after = change(byteText(bytes));
            return after.ok ? ok(bytesOf(after.value)) : after;
          });
          if (!written.ok) continue;
          const after = await Promise.all(all.map((reader) => reader.read(path)));
          writes += 1;
          if (!all.every((_, i) => isDeepStrictEqual(foreign(before[i], name), foreign(after[i], name)))) bad += 1;
        }
      }
    } finally {
      await Promise.all(all.map((reader) => reader.close()));
    }
    return {
      figure: `${writes - bad} of ${writes} writes leave the foreign profiles as they were`,
      passed: bad === 0 && writes > 0,
    };
  },
};

/** All profiles but the one that was edited; undefined when the reader refuses the file, which it never may. */
function foreign(profiles: Readonly<Record<string, unknown>> | undefined, name: string) {
  if (profiles === undefined) return Symbol('refused');
  return Object.entries(profiles).filter(([each]) => each !== name && each !== 'renamed');
}
