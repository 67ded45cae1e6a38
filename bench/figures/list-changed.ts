import { appendFileSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { largeConfig } from '../lib/large-config.ts';
import { delay } from '../lib/samples.ts';
import type { Rig } from '../rig.ts';
import { catalogOf } from './list.ts';

const rounds = 12;

/** How programs save: each leaves `region` of the last profile as it was told. */
type Save = (path: string, text: string) => Promise<void> | void;

const saves: Readonly<Record<string, Save>> = {
  // AWS CLI: truncated, and written again in place.
  inPlace: (path, text) => writeFileSync(path, text),
  // In two writes, with a moment in which it is half a file.
  inHalves: async (path, text) => {
    writeFileSync(path, text.slice(0, text.length / 2));
    await delay(5);
    appendFileSync(path, text.slice(text.length / 2));
  },
  // Most editors, and Rolecall: a new file takes the old one's place.
  byRename: (path, text) => {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  },
  // vim with `backupcopy=no`: the old one steps aside first.
  aside: (path, text) => {
    renameSync(path, `${path}~`);
    writeFileSync(path, text);
  },
  // Away for a moment, then there again.
  anew: (path, text) => {
    rmSync(path);
    writeFileSync(path, text);
  },
  // A link is turned to another file: dotfile managers.
  byLink: (path, text) => {
    writeFileSync(`${path}.target`, text);
    rmSync(path);
    symlinkSync(`${path}.target`, path);
  },
};

/** Time from the start of each save to the list that shows it. */
async function timesOf(rig: Rig, text: string): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const save of Object.values(saves)) {
    const path = join(rig.folder(), 'config');
    writeFileSync(path, text);
    const catalog = catalogOf(path);
    const stop = catalog.follow();
    await catalog.refresh();
    // The watch makes one call of its own when it has begun.
    await delay(300);
    for (let round = 0; round < rounds; round += 1) {
      const region = `eu-test-${round}`;
      const shown = new Promise<void>((resolve, reject) => {
        // A watch keeps no process alive; this does, and says when it never comes.
        const tooLate = setTimeout(() => reject(new Error('the change was not noticed within 10 s')), 10_000);
        const forget = catalog.onChange(({ rows }) => {
          if (rows.at(-1)?.region !== region) return;
          forget();
          clearTimeout(tooLate);
          resolve();
        });
      });
      const next = `${text.slice(0, text.lastIndexOf('region'))}region = ${region}\n`;
      const startedAt = performance.now();
      await save(path, next);
      await shown;
      taken.push(performance.now() - startedAt);
      // Nobody saves twice within what it takes to see it.
      await delay(60);
    }
    stop();
  }
  return taken;
}

const small = Array.from(
  { length: 14 },
  (_, i) => `[profile p-${10 + i}]\nrole_arn = r\nsource_profile = base\nregion = x\n`,
).join('\n');

export const listChanged: Figure = {
  name: 'list-changed',
  what: 'a file of 14 profiles saved, in six ways → catalogue event',
  unit: 'ms',
  measure: (rig) => timesOf(rig, small),
};

export const listChangedLarge: Figure = {
  name: 'list-changed-large',
  what: 'a file of 10,000 profiles saved, in six ways → event',
  unit: 'ms',
  measure: async (rig) => {
    const text = readFileSync(await largeConfig(rig), 'utf8');
    // Sorted by name, the last section is not the last row; one that is comes behind it.
    return timesOf(rig, `${text}[profile zz]\nrole_arn = r\nsource_profile = base\nregion = x\n`);
  },
};
