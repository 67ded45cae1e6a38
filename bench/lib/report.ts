import type { Figure } from '../figure.ts';
import { type Summary, summary } from './statistics.ts';

/** What became of one figure. */
export type Outcome =
  | { readonly kind: 'measured'; readonly figure: Figure; readonly samples: readonly number[] }
  | { readonly kind: 'skipped'; readonly figure: Figure; readonly why: string }
  | { readonly kind: 'failed'; readonly figure: Figure; readonly why: string };

export interface Floor {
  readonly name: string;
  readonly median: number;
}

/** `median (min–max, n)`, and beside it the floor and how many times the floor it is. */
export function line(outcome: Outcome, floor: Floor | undefined): string {
  const { figure } = outcome;
  const what = `  ${figure.name.padEnd(22)} ${figure.what.padEnd(54)}`;
  if (outcome.kind !== 'measured') {
    return `${what} ${outcome.kind === 'failed' ? 'not measured' : 'left out'}: ${outcome.why}`;
  }
  const { median, min, max, n, p95 } = summary(outcome.samples);
  // Of few samples it would only be the greatest.
  const spread = `(${shown(min)}–${shown(max)}, n=${n}${n < 40 ? '' : `, p95 ${shown(p95)}`})`;
  const own = `${what} ${shown(median).padStart(7)} ${figure.unit} ${spread.padEnd(24)}`;
  return floor
    ? `${own} floor ${floor.name} ${shown(floor.median)} ${figure.unit}  ×${(median / floor.median).toFixed(2)}`
    : own;
}

function shown(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

type Entry = { readonly name: string; readonly what: string; readonly unit: 'ms' | 'MB' } & (
  | (Summary & { readonly samples: readonly number[]; readonly floor?: Floor; readonly ratio?: number })
  | { readonly skipped: string }
  | { readonly failed: string }
);

/** The same for programs. */
export function entry(outcome: Outcome, floor: Floor | undefined): Entry {
  const { name, what, unit } = outcome.figure;
  if (outcome.kind === 'skipped') return { name, what, unit, skipped: outcome.why };
  if (outcome.kind === 'failed') return { name, what, unit, failed: outcome.why };
  const figures = summary(outcome.samples);
  const beside = floor && { floor, ratio: figures.median / floor.median };
  return { name, what, unit, ...figures, samples: outcome.samples, ...beside };
}

/** The floor of a figure, once it has been measured. */
export function floorOf(figure: Figure, outcomes: readonly Outcome[]): Floor | undefined {
  const floor = outcomes.find((each) => each.figure.name === figure.floor);
  if (floor?.kind !== 'measured') return undefined;
  return { name: floor.figure.name, median: summary(floor.samples).median };
}
