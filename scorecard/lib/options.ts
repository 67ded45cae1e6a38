import { parseArgs } from 'node:util';

export interface Options {
  /** Row numbers; all of them when absent. */
  readonly rows?: ReadonlySet<number>;
  readonly json: boolean;
  readonly quick: boolean;
  readonly defended: boolean;
  readonly seed: number;
}

/** `--rows 1-10`, `--rows 1,3,5-7`. Throws with what is wrong. */
export function optionsOf(args: readonly string[], anySeed: () => number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      'without-defence': { type: 'boolean' },
    },
  });
  if (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed)) throw new Error('--seed takes a whole number');
  return {
    rows: values.rows === undefined ? undefined : rowsOf(values.rows),
    json: values.json === true,
    quick: values.quick === true,
    defended: values['without-defence'] !== true,
    seed: values.seed === undefined ? anySeed() : Number(values.seed),
  };
}

function rowsOf(text: string): Set<number> {
  const rows = new Set<number>();
  for (const part of text.split(',')) {
    const found = /^\s*(\d{1,3})(?:-(\d{1,3}))?\s*$/.exec(part);
    if (!found) throw new Error('--rows takes numbers and ranges, such as 1-10 or 1,3');
    for (let row = Number(found[1]); row <= Number(found[2] ?? found[1]); row += 1) rows.add(row);
  }
  return rows;
}
