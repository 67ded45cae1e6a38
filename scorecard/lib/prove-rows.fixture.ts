import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIfNeeded } from '../../scripts/build.mjs';
import { presentRuntime, runtimeEnv } from '../../scripts/setup/runtime.mjs';
import type { Row } from '../row.ts';
import { runRow } from './run-row.ts';

/** A row proves something only when it turns red without its defence. The smaller counts; the seed is fixed, so that a failure is seen again. */
const seed = 20_260_101;
const patienceMs = 120_000;
const startProgram = new Set([9, 11, 12]);

/** Runs each row with its defence and without. */
export function proveRows(rows: readonly Row[]): void {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'rc-rows-'));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  describe.each(rows.map((row) => [`row ${row.number}: ${row.name}`, row] as const))('%s', (_name, row) => {
    it(
      'holds with its defence',
      async () => {
        if (startProgram.has(row.number)) await prepareProgram();
        expect(await runRow(row, { quick: true, defended: true, seed }, place)).toMatchObject({ passed: true });
      },
      patienceMs,
    );

    it(
      'is red without it',
      async () => {
        const { passed, figure } = await runRow(row, { quick: true, defended: false, seed }, place);
        expect([passed, figure]).toEqual([false, expect.not.stringContaining('broke off')]);
      },
      patienceMs,
    );
  });
}

/** A row that starts the real program needs it built, and to know where its Electron is. */
async function prepareProgram(): Promise<void> {
  await buildIfNeeded();
  const runtime = presentRuntime();
  if (runtime) Object.assign(process.env, runtimeEnv(runtime));
}
