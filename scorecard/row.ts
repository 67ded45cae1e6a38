import type { Random } from './lib/random.ts';

/** What one row is run with. */
export interface Trial {
  /** All chance of a row comes from here, so that a red row can be run again as it was. */
  readonly random: Random;
  /** A smaller count, for tests. */
  readonly quick: boolean;
  /** False: the same row with its defence taken out, which must turn it red. */
  readonly defended: boolean;
  /** A new empty folder of the trial's own. */
  folder(): string;
}

export interface Outcome {
  /** What was counted, in words. */
  readonly figure: string;
  readonly passed: boolean;
}

/** One line of the scorecard. A new row is one file in `rows/` and one line in `rows/all.ts`. */
export interface Row {
  readonly number: number;
  readonly name: string;
  readonly target: string;
  run(trial: Trial): Promise<Outcome>;
}
