import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf } from './lib/options.ts';
import { runRow } from './lib/run-row.ts';
import { rows } from './rows/all.ts';

/**
 * `npm run scorecard [-- --rows 1-10] [--json] [--quick] [--seed N] [--without-defence]`:
 * one line per promise; the exit status is 1 when one is not kept.
 */
const options = optionsOf(process.argv.slice(2), () => randomInt(2 ** 32));
const wanted = rows.filter(({ number }) => options.rows?.has(number) ?? true);
if (wanted.length === 0) throw new Error('there are no such rows');

const place = mkdtempSync(join(tmpdir(), 'rc-score-'));
const tidy = () => rmSync(place, { recursive: true, force: true });
process.once('exit', tidy);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const lines = [];
for (const row of wanted) {
  const line = await runRow(row, options, place);
  lines.push(line);
  if (options.json) continue;
  const { number, name, figure, target, passed, seed, tookMs } = line;
  const columns = [
    String(number).padStart(2),
    passed ? 'pass' : 'FAIL',
    name,
    figure,
    `target ${target}`,
    `seed ${seed}`,
  ];
  process.stdout.write(`${columns.join(' · ')} · ${(tookMs / 1000).toFixed(1)} s\n`);
}
if (options.json) {
  const { defended, quick } = options;
  process.stdout.write(`${JSON.stringify({ takenAt: Date.now(), defended, quick, rows: lines }, undefined, 2)}\n`);
}
process.exitCode = lines.every(({ passed }) => passed) ? 0 : 1;
