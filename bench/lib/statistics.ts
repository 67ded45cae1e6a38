export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly n: number;
  /** Nineteen of twenty are not above it; of few samples it is the greatest. */
  readonly p95: number;
}

/** The median, because one sample on a busy machine says nothing; of an even count the mean of the two in the middle. */
export function summary(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const n = sorted.length;
  const at = (index: number) => {
    const value = sorted[index];
    if (value === undefined) throw new Error('no samples');
    return value;
  };
  const median = n % 2 === 1 ? at((n - 1) / 2) : (at(n / 2 - 1) + at(n / 2)) / 2;
  return { median, min: at(0), max: at(n - 1), n, p95: at(Math.ceil(n * 0.95) - 1) };
}
