import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byteText } from '../../electron/config/bytes.ts';
import { parseSyntax } from '../../electron/config/parse-syntax.ts';
import { prepareWriter } from '../lib/child.ts';
import { safeWriter } from '../lib/writers.ts';
import type { Row } from '../row.ts';

/** Foreign bytes before and behind our section, with all that a careless editor would tidy up. */
function populated(lines: number, counter: string): Buffer {
  const foreign = (from: number) =>
    Array.from({ length: lines }, (_, i) => `[profile p${from + i}]\r\n# caf\xe9\t\n  region =x\n`).join('');
  return Buffer.from(`${foreign(0)}[profile ours]\n${counter}${foreign(lines)}; the end`, 'latin1');
}

/** Half of the kills come at a random time, half at a random touch of the disk, also in the middle of a write. */
export const kill: Row = {
  number: 1,
  name: 'kill -9 at random points of a config write',
  target: '0 torn, 0 foreign bytes lost',
  async run({ random, quick, defended, folder }) {
    const place = folder();
    const path = join(place, 'config');
    const start = await prepareWriter(folder());
    const kills = quick ? 16 : 200;
    const lines = quick ? 100 : 2000;
    let torn = 0;
    let lost = 0;
    for (let i = 0; i < kills; i++) {
      writeFileSync(path, populated(lines, 'counter = 0\n'));
      const step = i % 2 === 0 ? random.below(60) : -1;
      const { child, ready, ended } = start('kill', path, defended ? 'safe' : 'in-place', step);
      await ready;
      if (step < 0) setTimeout(() => child.kill('SIGKILL'), random.below(60));
      await ended;
      const now = readOrNothing(path);
      const counter = parseSyntax(byteText(now))
        .sections.find((section) => section.header === 'profile ours')
        ?.entries.find((entry) => entry.key === 'counter')?.value;
      if (counter === undefined || !now.toString('latin1').endsWith('; the end')) torn += 1;
      else if (!now.equals(populated(lines, `counter = ${counter}\n`))) lost += 1;
    }
    // The next writer tidies up after the dead ones.
    await safeWriter(path, (bytes) => ({ ok: true, value: Buffer.concat([bytes, Buffer.from('\n')]) }));
    const left = readdirSync(place).filter((name) => name.endsWith('.tmp')).length;
    return {
      figure: `${torn} torn, ${lost} with foreign bytes lost of ${kills}; ${left} temporaries left`,
      passed: torn + lost + left === 0,
    };
  },
};

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
