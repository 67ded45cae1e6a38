import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditEntry } from '../core/audit/entry.ts';
import { createFakeClock } from '../core/fakes/fake-clock.ts';
import { createAuditLog } from '../host/audit/audit-log.ts';
import { runFake } from './fake-world.ts';

let place: string;
const now = Date.UTC(2026, 0, 8);
const file = () => join(place, 'audit/audit-000001.jsonl');
const run = (...argv: string[]) =>
  runFake(['audit', ...argv], { running: false, env: { ROLECALL_DATA_DIR: place }, now });

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'audit-cli-'));
  const log = createAuditLog({ folder: join(place, 'audit'), clock: createFakeClock() });
  const entry = (day: number, profile: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
    time: `2026-01-0${day}T10:20:30.000Z`,
    event: 'credentials',
    outcome: 'ok',
    asker: { through: 'credential-process', program: { name: 'terraform', pid: 4 } },
    profile,
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    ...more,
  });
  await log.append(entry(1, 'dev'));
  await log.append(entry(5, 'prod', { outcome: 'failed', failure: { kind: 'locked' } }));
  await log.append(entry(7, 'dev', { event: 'console-open', detail: 'ec2\u202e' }));
  await log.end();
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

it('prints entries in their order, for eyes and for programs, without a program that runs', async () => {
  const { stdout, status } = await run();
  expect(status).toBe(0);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    'TIME (UTC)           EVENT                PROFILE  BY         KEY                   OUTCOME',
    '2026-01-01 10:20:30  credentials          dev      terraform  ASIAIOSFODNN7EXAMPLE  ok',
    '2026-01-05 10:20:30  credentials          prod     terraform  ASIAIOSFODNN7EXAMPLE  locked',
    '2026-01-07 10:20:30  console-open (ec2�)  dev      terraform  ASIAIOSFODNN7EXAMPLE  ok',
  ]);
  expect(JSON.parse((await run('--json')).stdout).entries).toMatchObject([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

it.each([
  [
    ['--profile', 'dev'],
    [1, 3],
  ],
  [['--since', '2d'], [3]],
  [
    ['--since', '2026-01-05'],
    [2, 3],
  ],
  [
    ['--last', '2'],
    [2, 3],
  ],
  [['--search', 'LOCKED prod'], [2]],
  [['--search', 'nobody'], []],
] as const)('finds %j', async (argv, found) => {
  const { entries } = JSON.parse((await run(...argv, '--json')).stdout);
  expect(entries.map(({ n }: { n: number }) => n)).toEqual(found);
});

it.each([
  ['--last', 'many'],
  ['--last', '0'],
  ['--since', 'yesterday'],
  ['--since', '2026-99-99'],
])('says what %s takes instead of %s', async (option, value) => {
  const { status, stderr } = await run(option, value);
  expect(status).toBe(1);
  expect(stderr).toContain(`${option} takes`);
});

it('verifies: status 0 and the extent of what is intact', async () => {
  expect(await run('--verify')).toMatchObject({
    status: 0,
    stdout: 'The audit log is intact: 3 entries, 1 to 3.\n',
    stderr: expect.stringContaining('entries cut from the end would go unnoticed'),
  });
});

it('verifies: status 1, file and line of what was changed or cut', async () => {
  const lines = readFileSync(file(), 'utf8').split('\n');
  writeFileSync(file(), lines.with(1, (lines[1] ?? '').replace('locked', 'okokok')).join('\n'));
  expect(await run('--verify')).toMatchObject({
    status: 1,
    stdout: `${file()}:2: the line was changed, or was not written by Rolecall.\n`,
  });
  writeFileSync(file(), lines.toSpliced(1, 1).join('\n'));
  expect(await run('--verify')).toMatchObject({
    status: 1,
    stdout: `${file()}:2: entry 2 is missing before this line.\n`,
  });
});
