import type { AskingProgram } from '../../electron/core/asker.ts';
import type { AuditRow } from '../../electron/core/audit/page.ts';
import { text } from '../text.ts';
import { askerText } from './asker-text.ts';

const words = text.audit;

/** What happened, in words; an event of a newer Rolecall by its own name. */
export function auditTitle({ event, profile }: AuditRow): string {
  const known = Object.hasOwn(words.events, event) ? words.events[event as keyof typeof words.events] : event;
  return profile === undefined ? known : `${known} · ${profile}`;
}

/** Who asked, and why it was refused. */
export function auditSubtitle({ event, asker, failure, detail }: AuditRow): string {
  const who = asker?.program?.name ?? (asker && askerText(asker).who);
  return [
    who,
    failure && words.failed(failure.kind.replaceAll('-', ' ')),
    event === 'lock' ? lockWords(detail) : detail,
  ]
    .filter(Boolean)
    .join(' · ');
}

function lockWords(reason: string | undefined): string | undefined {
  return reason !== undefined && Object.hasOwn(words.locked, reason)
    ? words.locked[reason as keyof typeof words.locked]
    : reason;
}

export function auditTime(time: string): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** Everything an entry says, in the order of reading. */
export function auditFacts(entry: AuditRow): readonly (readonly [label: string, value: string])[] {
  const { asker, failure } = entry;
  const { facts } = words;
  const program = (one: AskingProgram | undefined) => one && `${one.name} (${one.pid})`;
  const all: readonly (readonly [string, string | number | undefined])[] = [
    [facts.n, entry.n],
    [facts.time, entry.time],
    [facts.outcome, failure ? words.failed([failure.kind, failure.awsCode].filter(Boolean).join(', ')) : words.ok],
    [facts.program, program(asker?.program)],
    [facts.path, asker?.program?.path],
    [facts.parent, program(asker?.parent)],
    [facts.user, asker?.uid],
    [facts.door, entry.door],
    [facts.profile, entry.profile],
    [facts.roleArn, entry.roleArn],
    [facts.arn, entry.arn],
    [facts.sourceIdentity, entry.sourceIdentity],
    [facts.assumedRoleId, entry.assumedRoleId],
    [facts.accessKeyId, entry.accessKeyId],
    [facts.requestId, entry.requestId],
    [facts.expiresAt, entry.expiresAt],
    [facts.reason, entry.reason],
    [facts.detail, entry.detail],
  ];
  return all.flatMap(([label, value]) => (value === undefined ? [] : [[label, String(value)] as const]));
}
