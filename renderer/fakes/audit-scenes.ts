import type { AuditRow } from '../../electron/core/audit/page.ts';
import type { AuditReport } from '../../electron/core/audit/report.ts';
import { type Answers, bad, good, never } from './fake-client.ts';
import { aCatalog, someRows, someSessions } from './profiles.ts';
import type { Scenes } from './scene.ts';
import { settings } from './windows.tsx';

const MINUTE = 60_000;

function someEntries(now: number): AuditRow[] {
  const at = (minutes: number) => new Date(now - minutes * MINUTE).toISOString();
  const terraform = {
    through: 'credential-process' as const,
    program: { name: 'terraform', pid: 48_213, path: '/usr/local/bin/terraform' },
    parent: { name: 'zsh', pid: 4120, path: '/bin/zsh' },
    uid: 1000,
  };
  const admin = {
    profile: 'production-admin',
    roleArn: 'arn:aws:iam::418295063117:role/AdministratorAccess',
    arn: 'arn:aws:sts::418295063117:assumed-role/AdministratorAccess/anna',
    sessionName: 'anna',
    assumedRoleId: 'AROAIOSFODNN7EXAMPLE:anna',
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    requestId: 'c6104cbe-af31-11e0-8154-cbc7ccf896c7',
    expiresAt: new Date(now + 42 * MINUTE).toISOString(),
    durationSeconds: 3600,
  };
  const list: Omit<AuditRow, 'n'>[] = [
    { time: at(1), event: 'credentials', outcome: 'ok', door: 'socket', asker: terraform, ...admin },
    {
      time: at(2),
      event: 'console-open',
      outcome: 'ok',
      asker: { through: 'tray' },
      ...admin,
      detail: 'ec2 eu-central-1',
    },
    {
      time: at(4),
      event: 'credentials',
      outcome: 'failed',
      failure: { kind: 'not-authorized', awsCode: 'AccessDenied' },
      asker: terraform,
      profile: 'staging-deploy',
    },
    { time: at(18), event: 'switch', outcome: 'ok', asker: { through: 'popover' }, ...admin },
    { time: at(19), event: 'unlock', outcome: 'ok', asker: { through: 'popover' } },
    {
      time: at(47),
      event: 'credentials',
      outcome: 'failed',
      failure: { kind: 'locked' },
      asker: terraform,
      profile: 'sandbox',
    },
    { time: at(50), event: 'lock', outcome: 'ok', detail: 'screen-lock' },
    {
      time: at(92),
      event: 'key-added',
      outcome: 'ok',
      asker: { through: 'popover' },
      profile: 'company',
      accessKeyId: 'AKIA…MPLE',
    },
    { time: at(95), event: 'file-edit', outcome: 'ok', asker: { through: 'popover' }, detail: 'hand-over-default' },
  ];
  return list.map((entry, index) => ({ n: 1_204 - index, ...entry }));
}

const intact: AuditReport = {
  intact: true,
  lines: 1_204,
  first: 1,
  last: 1_204,
  breaks: [],
  torn: [],
  vouchedFor: 1_203,
};
const file = '/home/anna/.local/share/rolecall/audit/audit-000001.jsonl';

/** The page of the audit log in its states. */
export function auditScenes(now: number): Scenes {
  const show = (answers: Answers) =>
    settings(aCatalog(someRows(now)), someSessions(now), { section: 'audit' }, answers);
  const entries = someEntries(now);
  const answers = (report: AuditReport): Answers => ({
    listAudit: () => good({ entries, older: null }),
    verifyAudit: () => good({ report }),
  });
  return {
    'settings-audit': show(answers(intact)),
    'settings-audit-broken': show(
      answers({
        ...intact,
        intact: false,
        breaks: [
          { kind: 'changed', file, line: 612 },
          { kind: 'cut', file, line: 0, from: 1_205, to: 1_219 },
        ],
      }),
    ),
    'settings-audit-empty': show({
      listAudit: () => good({ entries: [], older: null }),
      verifyAudit: () => good({ report: { ...intact, lines: 0, first: 0, last: 0, vouchedFor: null } }),
    }),
    'settings-audit-checking': show({ ...answers(intact), verifyAudit: () => never() }),
    'settings-audit-unreadable': show({
      listAudit: () => bad(unreadable),
      verifyAudit: () => bad(unreadable),
    }),
  };
}

const unreadable = {
  kind: 'file-unreadable',
  message: 'The audit log could not be read: permission denied.',
  remedy: 'Allow reading /home/anna/.local/share/rolecall/audit.',
} as const;
