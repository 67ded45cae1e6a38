import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile } from '../../electron/config/parse-meaning.ts';
import { prepareWriter } from '../lib/child.ts';
import type { Row } from '../row.ts';

/** Each edit adds one to a number that all share, and says in its own key how far it is. */
export const writers: Row = {
  number: 3,
  name: '8 writers of ours editing one file',
  target: '0 lost updates',
  async run({ quick, defended, folder }) {
    const path = join(folder(), 'config');
    writeFileSync(path, '[default]\nregion = eu-west-1\n[profile ours]\ncounter = 0\n# mine\n');
    const start = await prepareWriter(folder());
    const edits = quick ? 15 : 1000;
    const names = Array.from({ length: 8 }, (_, i) => `writer_${i}`);
    const kind = defended ? 'safe' : 'without-lock';
    const ends = await Promise.all(names.map((name) => start('count', path, kind, name, edits).ended));
    const failed = ends.filter(([code]) => code !== 0).length;
    const ours = parseFile(readFileSync(path), 'config', path).profiles.get('ours') ?? {};
    const lost = names.length * edits - Number(ours.counter);
    const behind = names.filter((name) => ours[name] !== String(edits)).length;
    return {
      figure: `${lost} of ${names.length * edits} lost, ${behind} writers overwritten, ${failed} failed`,
      passed: lost === 0 && behind === 0 && failed === 0,
    };
  },
};
