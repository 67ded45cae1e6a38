import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../row.ts';
import { createRandom } from './random.ts';

export interface RowOptions {
  readonly quick: boolean;
  readonly defended: boolean;
  readonly seed: number;
}

/** Runs one row in `place`. A row that throws has failed, with what it threw as its figure. */
export async function runRow(row: Row, { quick, defended, seed }: RowOptions, place: string) {
  const { number, name, target } = row;
  const startedAt = performance.now();
  const trial = {
    // Each row has its own stream, so that it is the same when run alone.
    random: createRandom(seed + number),
    quick,
    defended,
    folder() {
      const folder = mkdtempSync(join(place, `${number}-`));
      chmodSync(folder, 0o700);
      return folder;
    },
  };
  const outcome = await row.run(trial).catch((problem: unknown) => ({
    figure: `it broke off: ${problem instanceof Error ? problem.message : String(problem)}`,
    passed: false,
  }));
  return { number, name, ...outcome, target, seed, tookMs: Math.round(performance.now() - startedAt) };
}
