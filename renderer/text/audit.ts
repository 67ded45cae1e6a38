import type { AuditEvent } from '../../electron/core/audit/entry.ts';
import type { AuditBreak } from '../../electron/core/audit/report.ts';
import { withCommas } from './with-commas.ts';

/** Nouns: the outcome says whether it was done. */
const events: Readonly<Record<AuditEvent, string>> = {
  credentials: 'Credentials',
  switch: 'Switch',
  renewed: 'Renewal',
  'console-link': 'Console link',
  'console-open': 'Console',
  'sign-out': 'Sign-out',
  'sso-sign-in': 'Identity Center sign-in',
  'sso-sign-out': 'Identity Center sign-out',
  'organisation-read': 'Reading of an organisation',
  'key-added': 'New access key',
  'key-removed': 'Removal of an access key',
  'key-rotated': 'Rotation of an access key',
  'mfa-seed-added': 'MFA secret kept',
  'mfa-seed-removed': 'MFA secret removed',
  'mfa-enrolment-started': 'MFA device begun',
  'mfa-secret-shown': 'MFA secret shown',
  'mfa-enrolled': 'MFA device set up',
  'mfa-enrolment-cancelled': 'MFA device given up',
  'file-edit': 'Change of an AWS file',
  settings: 'Change of settings',
  lock: 'Lock',
  unlock: 'Unlock',
  refused: 'Connection',
  'log-torn': 'Log: half a line after a crash',
  'log-cut': 'Log: found changed or cut',
  'log-pruned': 'Log: oldest entries put away',
};

const entries = (from = 0, to = 0) => (from === to ? `entry ${from}` : `entries ${from} to ${to}`);

/** What a break of the chain means, in words that name its place. */
function breakWords({ kind, file, line, from, to }: AuditBreak): string {
  const name = file.split(/[/\\]/).at(-1) ?? '';
  const at = line > 0 ? `${name}, line ${line}` : name;
  const words: Readonly<Record<AuditBreak['kind'], string>> = {
    changed: `${at} was changed, or was not written by Rolecall.`,
    missing: `Before ${at}: ${entries(from, to)} missing.`,
    'out-of-place': `${at} was moved, repeated, or put in.`,
    unlinked: `The line before ${at} was replaced.`,
    cut: `At the end: ${entries(from, to)} missing.`,
    rewritten: 'The log was written anew: the keychain vouches for another one.',
    'found-cut': `At ${at} Rolecall found that ${entries(from, to)} had been changed or cut.`,
  };
  return words[kind];
}

/** The audit log. */
export const auditText = {
  audit: {
    events,
    search: 'Search the log',
    clear: 'Clear search',
    list: 'Entries, newest first',
    none: 'Nothing has been handed out yet.',
    noMatch: 'No entry matches.',
    checking: 'Checking the log…',
    intact: (lines: number) => `The log is intact: ${withCommas(lines)} ${lines === 1 ? 'entry' : 'entries'}.`,
    vouched: (n: number) => `The keychain vouches for it up to entry ${withCommas(n)}.`,
    notVouched: 'The keychain does not vouch for its end yet.',
    broken: 'The log is not as Rolecall wrote it',
    breakWords,
    more: (count: number) => `And ${count} more. See: rolecall audit --verify`,
    locked: {
      'by-hand': 'By you',
      idle: 'Nobody was at this computer',
      'screen-lock': 'With the screen',
      suspend: 'The computer went to sleep',
    },
    ok: 'done',
    failed: (why: string) => `refused: ${why}`,
    facts: {
      n: 'Entry',
      time: 'Time',
      outcome: 'Outcome',
      program: 'Program',
      path: 'Path',
      parent: 'Started by',
      user: 'User id',
      door: 'Through',
      profile: 'Profile',
      roleArn: 'Role',
      arn: 'Acts as',
      sourceIdentity: 'Source identity',
      assumedRoleId: 'Role id',
      accessKeyId: 'Access key',
      requestId: 'AWS request',
      expiresAt: 'Expires',
      reason: 'Reason',
      detail: 'Detail',
    },
  },
} as const;
