import type { Rig } from './rig.ts';

/** What cannot be measured on this machine, and why: no fault. */
export interface Skipped {
  readonly skipped: string;
}

/**
 * One line of the report. A new figure is one file in `figures/` (or `floors/`,
 * `peers/`) and one line in `figures/all.ts`. Figures are shown, never asserted.
 */
export interface Figure {
  /** For `--only`, and what another figure names as its floor. */
  readonly name: string;
  /** In the words of the report. */
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  /** The name of what this cannot be better than; measured in the same run, because only ratios travel. */
  readonly floor?: string;
  /** All samples, in the order they were taken. Rejects when the thing to measure did not work. */
  measure(rig: Rig): Promise<readonly number[] | Skipped>;
}

/** Figures in the order they are measured and shown. */
export interface Group {
  readonly title: string;
  readonly figures: readonly Figure[];
}
