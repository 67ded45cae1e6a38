import type { AuditRow } from '../../core/audit/page.ts';
import type { AuditReport } from '../../core/audit/report.ts';
import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { readAuditPage, verifyAuditFiles } from '../../host/audit/audit-reader.ts';
import { placesIn } from '../offline.ts';
import { styleFor, table } from '../style.ts';
import type { CliWorld, Command, Output } from '../world.ts';

interface AuditOptions {
  readonly verify?: boolean;
  readonly profile?: string;
  readonly search?: string;
  readonly since?: string;
  readonly last?: string;
}

/** Reads the files themselves. `--verify` ends with status 1 when the log is not as it was written. */
export const audit: Command<AuditOptions> = async (options, world) => {
  const folder = placesIn(world).audit;
  if (options.verify) return verified(folder, world);
  const query = queryOf(options, world.now());
  if (!query.ok) return query;
  const page = await readAuditPage(folder, query.value);
  if (!page.ok) return page;
  const entries = [...page.value.entries].reverse();
  const header = ['TIME (UTC)', 'EVENT', 'PROFILE', 'BY', 'KEY', 'OUTCOME'].map(styleFor(world).faint);
  return ok({
    json: { entries },
    text: entries.length === 0 ? 'The audit log has no such entries.' : table([header, ...entries.map(row)]),
    notes: page.value.older === null ? [] : [`Older entries: rolecall audit --last ${entries.length * 2}`],
  });
};

function row(entry: AuditRow): string[] {
  const { time, event, profile = '', asker, accessKeyId = '', outcome, failure: why, detail = '' } = entry;
  const by = asker?.program?.name ?? asker?.through ?? '';
  const what = detail === '' ? event : `${event} (${detail})`;
  return [
    time.slice(0, 19).replace('T', ' '),
    what,
    profile,
    by,
    accessKeyId,
    outcome === 'ok' ? 'ok' : (why?.kind ?? 'failed'),
  ].map(plainName);
}

type Query = Parameters<typeof readAuditPage>[1];

function queryOf({ profile, search, since, last = '50' }: AuditOptions, now: number): Result<Query> {
  const limit = Number(last);
  if (!Number.isInteger(limit) || limit < 1) return failed(badOption('--last', 'a number of entries, for example 20'));
  const sinceAt = since === undefined ? undefined : timeOf(since, now);
  if (Number.isNaN(sinceAt)) return failed(badOption('--since', '30m, 12h, 7d, or a date such as 2026-01-31'));
  return ok({ limit, profile, search, sinceAt });
}

const unitsMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Epoch milliseconds; NaN when it is no time. */
function timeOf(text: string, now: number): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * unitsMs[unit as keyof typeof unitsMs];
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
}

function badOption(option: string, wanted: string) {
  return failure('bad-input', `${option} takes ${wanted}.`, 'See: rolecall audit --help');
}

async function verified(folder: string, world: CliWorld): Promise<Result<Output>> {
  const end = await world.auditEnd();
  const report = await verifyAuditFiles(folder, end.ok ? end.value : undefined);
  if (!report.ok) return report;
  const { intact, lines, first, last, breaks, torn, vouchedFor } = report.value;
  return ok({
    json: report.value,
    text: intact
      ? `The audit log is intact: ${lines} ${lines === 1 ? 'entry' : 'entries'}${lines > 0 ? `, ${first} to ${last}` : ''}.`
      : breaks.map((each) => breakText(each, folder)).join('\n'),
    notes: [
      ...torn.map(({ file, line }) => `${plainName(file)}:${line}: half a line, as a crash leaves it.`),
      vouchedFor === null
        ? `${end.ok ? 'Nothing vouches for the end of the log yet' : 'The keychain could not be asked'}: entries cut from the end would go unnoticed.`
        : `The keychain vouches for it up to entry ${vouchedFor}.`,
    ],
    status: intact ? 0 : 1,
  });
}

function breakText({ kind, file, line, from = 0, to = 0 }: AuditReport['breaks'][number], folder: string): string {
  const at = line > 0 ? `${file}:${line}` : file === '' ? folder : file;
  const entries = from === to ? `entry ${from}` : `entries ${from} to ${to}`;
  const is = from === to ? 'is' : 'are';
  const words = {
    changed: 'the line was changed, or was not written by Rolecall.',
    missing: `${entries} ${is} missing before this line.`,
    'out-of-place': 'the line was moved, repeated, or put in.',
    unlinked: 'the line before was replaced: this one does not link to it.',
    cut: `${entries} ${is} missing at the end.`,
    rewritten: 'the log was written anew: the keychain vouches for another one.',
    'found-cut': `here Rolecall found that ${entries} had been changed or cut.`,
  };
  return plainName(`${at}: ${words[kind]}`);
}
