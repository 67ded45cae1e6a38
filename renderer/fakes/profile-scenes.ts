import type { ProfileDetails, Sessions, SettingsTarget } from '../../electron/core/contract.ts';
import { someBrowsers } from './console-scenes.ts';
import { refusedDiagnosis } from './diagnosis.ts';
import { type Answers, bad, good } from './fake-client.ts';
import { press, scrolledTo } from './press.tsx';
import { aCatalog, anActive, aRow, brokenRow, manyRows, noSessions, notAuthorized, someRows } from './profiles.ts';
import type { Scenes } from './scene.ts';
import { settings } from './windows.tsx';

const MINUTE = 60_000;
const hub = 'arn:aws:iam::730156482904:role/Hub';
const admin = 'arn:aws:iam::418295063117:role/AdministratorAccess';
const device = 'arn:aws:iam::904417236685:mfa/anna-phone';

const details: ProfileDetails = {
  hops: [
    { kind: 'access-key', profile: 'company', accessKeyId: 'AKIA…MPLE', store: 'keychain', mfaSerial: device },
    { kind: 'assume-role', profile: 'hub', roleArn: hub, roleName: 'Hub', accountId: '730156482904' },
    {
      kind: 'assume-role',
      profile: 'production-admin',
      roleArn: admin,
      roleName: 'AdministratorAccess',
      accountId: '418295063117',
      tags: [
        { key: 'team', value: 'platform', transitive: true },
        { key: 'project', value: 'checkout', transitive: false },
      ],
    },
  ],
  written: {
    region: 'eu-central-1',
    duration_seconds: '3600',
    mfa_serial: device,
    role_session_name: '{user}-{ticket}',
  },
};
const direct: ProfileDetails = {
  hops: [
    { kind: 'access-key', profile: 'company', accessKeyId: 'AKIA…MPLE', store: 'file' },
    {
      kind: 'assume-role',
      profile: 'staging-deploy',
      roleArn: 'arn:aws:iam::730156482904:role/Deployment',
      roleName: 'Deployment',
      accountId: '730156482904',
    },
  ],
  written: { region: 'eu-central-1' },
};

const DIFF = `--- /home/anna/.aws/config
+++ /home/anna/.aws/config
@@ -14,6 +14,6 @@
 [profile production-admin]
 role_arn = ${admin}
 source_profile = hub
-region = eu-central-1
+region = eu-north-1
 duration_seconds = 3600
`;
const ADOPTION = `--- /home/anna/.aws/config
+++ /home/anna/.aws/config
@@ -22,5 +22,6 @@
 [profile staging-deploy]
-role_arn = arn:aws:iam::730156482904:role/Deployment
-source_profile = company
+rolecall_role_arn = arn:aws:iam::730156482904:role/Deployment
+rolecall_source_profile = company
+credential_process = /home/anna/.local/share/rolecall/bin/rolecall credentials staging-deploy
 region = eu-central-1
`;
const show = (profile: string): SettingsTarget => ({ section: 'profiles', profile });

/** One profile in detail, in the states that it has. */
export function profileScenes(now: number): Scenes {
  const rows = someRows(now);
  const active: Sessions = {
    activeProfile: 'production-admin',
    byProfile: { 'production-admin': { ...anActive(now, 42 * MINUTE + 10_000), roleSessionName: 'anna-OPS-1412' } },
  };
  const known: Answers = { profileDetails: () => good(details) };
  const failed: Sessions = {
    activeProfile: null,
    byProfile: { 'staging-deploy': { state: 'failed', failure: notAuthorized, failedAt: now } },
  };
  const refused: Answers = { profileDetails: () => good(direct), diagnose: () => good(refusedDiagnosis) };
  const broken = aCatalog([...rows, brokenRow]);
  const legacy: ProfileDetails = {
    hops: [
      { ...(direct.hops[1] ?? details.hops[0]), kind: 'assume-role', profile: 'legacy', roleName: 'LegacyOperator' },
    ],
    failure: { kind: 'chain-missing', message: '', remedy: '', profile: 'legacy' },
    written: {},
  };
  const careful = aCatalog(rows.map((row) => (row.name === 'production-admin' ? { ...row, careful: true } : row)));
  const asks = {
    kind: 'confirmation-required',
    message: 'production-admin is marked careful.',
    remedy: 'Type its name.',
    profile: 'production-admin',
  } as const;
  const long = rows.find(({ name }) => name.startsWith('data-platform-us')) ?? aRow('long');
  return {
    'settings-profiles': settings(aCatalog(rows), active, show('production-admin'), known),
    'settings-profiles-edit': press(
      settings(aCatalog(rows), active, show('production-admin'), {
        ...known,
        previewFileEdit: () => good({ path: '/home/anna/.aws/config', diff: DIFF }),
      }),
      /^Show change$/,
      { region: 'eu-north-1' },
    ),
    'settings-profiles-browser': scrolledTo(
      settings(aCatalog(rows), active, show('production-admin'), {
        ...known,
        browsers: () =>
          good({
            installed: someBrowsers,
            chosen: { browser: 'firefox', profile: 'production', container: 'ext+container' },
            byAccount: true,
          }),
      }),
      'Console',
    ),
    'settings-profiles-failed': settings(aCatalog(rows), failed, show('staging-deploy'), refused),
    'settings-profiles-why': press(settings(aCatalog(rows), failed, show('staging-deploy'), refused), /^Why/),
    'settings-profiles-broken': settings(broken, noSessions, show('legacy'), { profileDetails: () => good(legacy) }),
    'settings-profiles-careful': press(
      settings(careful, noSessions, show('production-admin'), { ...known, switchProfile: () => bad(asks) }),
      /^Switch$/,
    ),
    'settings-profiles-ticket': press(
      settings(aCatalog(rows), noSessions, show('production-admin'), {
        ...known,
        switchProfile: () =>
          bad({ kind: 'ticket-needed', message: 'Its session name says a ticket.', remedy: 'Name one.' }),
      }),
      /^Switch$/,
    ),
    'settings-profiles-adopt': press(
      settings(aCatalog(rows), noSessions, show('staging-deploy'), {
        profileDetails: () => good(direct),
        previewFileEdit: () => good({ path: '/home/anna/.aws/config', diff: ADOPTION }),
      }),
      /^Adopt…$/,
    ),
    'settings-profiles-long': settings(aCatalog([long]), noSessions, show(long.name), {
      profileDetails: () => good(direct),
    }),
    'settings-profiles-many': press(
      settings(aCatalog(manyRows(12_000)), noSessions, { section: 'profiles' }, known),
      /^Profile:/,
    ),
    'settings-profiles-none': settings(aCatalog([]), noSessions, { section: 'profiles' }),
  };
}
