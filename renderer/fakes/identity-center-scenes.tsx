import type { ImportPlan, SsoSessionRow } from '../../electron/core/contract.ts';
import { SettingsApp } from '../app/settings-app.tsx';
import { createSettingsStore } from '../settings-store.ts';
import { type Answers, createFakeClient, good, never } from './fake-client.ts';
import { plainPreferences } from './preferences.ts';
import { press } from './press.tsx';
import { aCatalog, noSessions, someRows } from './profiles.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const acme = (more: Partial<SsoSessionRow> = {}): SsoSessionRow => ({
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-central-1',
  legacy: false,
  profiles: 0,
  state: 'signed-out',
  renews: false,
  wanted: false,
  ...more,
});

const names = [
  'Production',
  'Staging',
  'Audit',
  'Data Platform',
  'Network',
  'Shared Services',
  'Sandbox Berlin',
  'Billing',
];
const organisation = {
  session: 'acme',
  readAt: 0,
  accounts: names.map((name, index) => ({
    accountId: String(418_295_063_117 + index * 1_237_711),
    accountName: `Acme ${name}`,
    roles: ['ReadOnlyAccess', ...(index % 2 ? ['PowerUserAccess'] : []), ...(index < 3 ? ['AdministratorAccess'] : [])],
  })),
  choice: { template: '{account_name}-{role}', accountIds: [], roleNames: [] },
};
const role = (index: number, roleName: string) => {
  const account = organisation.accounts[index];
  const { accountId = '', accountName = '' } = account ?? {};
  return { profile: `${accountName.replaceAll(' ', '-')}-${roleName}`, accountId, accountName, roleName };
};
const DIFF = `--- ~/.aws/config
+++ ~/.aws/config
@@ -42,0 +43,6 @@
+
+[profile Acme-Production-ReadOnlyAccess]
+sso_session = acme
+sso_account_id = 418295063117
+sso_role_name = ReadOnlyAccess
+region = eu-central-1
`;
const SESSION = `--- ~/.aws/config
+++ ~/.aws/config
@@ -42,0 +43,5 @@
+
+[sso-session acme]
+sso_start_url = https://acme.awsapps.com/start
+sso_region = eu-central-1
+sso_registration_scopes = sso:account:access
`;
const plan = (more: Partial<ImportPlan> = {}): ImportPlan => {
  const added = names.map((_, index) => role(index, 'ReadOnlyAccess'));
  return {
    id: '1',
    session: 'acme',
    template: '{account_name}-{role}',
    counts: { added: added.length, removed: 0, renamed: 0, left: 0, already: 3 },
    added,
    removed: [],
    renamed: [],
    left: [],
    preview: { path: '/home/anna/.aws/config', diff: DIFF },
    ...more,
  };
};

function page(sessions: SsoSessionRow[], now: number, answers: Answers = {}) {
  const { client } = createFakeClient({
    snapshot: () => good({ catalog: aCatalog(someRows(now)), sessions: noSessions }),
    settingsTarget: () => good({ section: 'identity-center' as const }),
    preferences: () => good(plainPreferences),
    ssoSessions: () => good({ sessions }),
    ...answers,
  });
  return { window: 'settings' as const, render: () => <SettingsApp store={createSettingsStore(client)} /> };
}

/** A step of the import, as a person comes to it. */
function wizard(mode: 'import' | 'sync', now: number, answers: Answers, session = acme({ state: 'signed-in' })) {
  const wanted = mode === 'sync' ? { ...session, profiles: 15 } : session;
  return press(page([wanted], now, answers), mode === 'sync' ? /^Sync…$/ : /^Import…$/);
}

/** Identity Center: its page and the steps of an import. */
export function identityCenterScenes(now: number) {
  const reading = {
    session: 'acme',
    state: 'reading',
    accounts: 1000,
    accountsRead: 412,
    roles: 2061,
    startedAt: now,
  } as const;
  const read = { ...reading, state: 'read', accountsRead: 8, accounts: 8, roles: 15, readAt: now } as const;
  const known = { readOrganisation: () => good(read), organisation: () => good(organisation) };
  const imports = { ...known, planSsoImport: () => good(plan()), applySsoImport: () => good(plan()) };
  const signIn = { method: 'browser', startedAt: now, endsAt: now + 9 * MINUTE + 41_000, browserOpened: true } as const;
  const url = 'https://oidc.eu-central-1.amazonaws.com/authorize?client_id=example';
  const signedIn = acme({
    state: 'signed-in',
    renews: true,
    expiresAt: now + 52 * MINUTE,
    profiles: 34,
    from: 'rolecall',
  });
  const legacy = acme({
    name: 'https://old-corp.awsapps.com/start',
    startUrl: 'https://old-corp.awsapps.com/start',
    legacy: true,
    profiles: 2,
    state: 'signed-in',
    from: 'shared',
    expiresAt: now + 5 * HOUR,
  });
  return {
    'identity-center-none': page([], now),
    'identity-center': page([signedIn, legacy, acme({ name: 'customer', wanted: true, profiles: 12 })], now),
    'identity-center-add-lines': press(
      press(
        page([], now, { previewFileEdit: () => good({ path: '/home/anna/.aws/config', diff: SESSION }) }),
        /^Add a session…$/,
      ),
      /^See the changes$/,
      { name: 'acme', startUrl: 'https://acme.awsapps.com/start', region: 'eu-central-1' },
    ),
    'identity-center-closed': page(
      [acme({ state: 'signing-in', signIn: { ...signIn, url, browserOpened: false } })],
      now,
    ),
    'identity-center-browser': page([acme({ state: 'signing-in', signIn: { ...signIn, url } })], now),
    'identity-center-code': page(
      [acme({ state: 'signing-in', signIn: { ...signIn, method: 'device', url, userCode: 'GZKB-PMLW' } })],
      now,
    ),
    'identity-center-refused': page(
      [
        acme({
          failure: {
            kind: 'sign-in-refused',
            message: 'The sign-in was refused in the browser.',
            remedy: 'Start it again, and choose "Allow".',
          },
        }),
      ],
      now,
    ),
    'identity-center-meanwhile': page([signedIn, legacy], now, {
      organisationReading: ({ session }: { session: string }) =>
        good({ reading: session === signedIn.name ? reading : null }),
    }),
    'identity-center-add': press(page([], now), /^Add a session…$/),
    'identity-center-add-wrong': press(press(page([], now), /^Add a session…$/), /^See the changes$/, {
      name: 'acme',
      startUrl: 'acme.awsapps.com/start',
      region: 'Frankfurt',
    }),
    'identity-center-reading': wizard('import', now, { readOrganisation: () => good(reading) }),
    'identity-center-starting': wizard(
      'import',
      now,
      { readOrganisation: never },
      acme({ state: 'renewable', signIn: { ...signIn, url } }),
    ),
    'identity-center-choose': wizard('import', now, known),
    'identity-center-look': press(wizard('import', now, imports), /^See the changes$/),
    'identity-center-done': press(press(wizard('import', now, imports), /^See the changes$/), /^Write \d+ profiles$/),
    'identity-center-sync': wizard('sync', now, {
      ...known,
      planSsoImport: () =>
        good(
          plan({
            counts: { added: 2, removed: 1, renamed: 1, left: 2, already: 12 },
            added: [role(2, 'SecurityAudit'), role(5, 'ReadOnlyAccess')],
            removed: [role(7, 'Billing')],
            renamed: [{ ...role(0, 'ReadOnlyAccess'), from: 'Acme-Live-ReadOnlyAccess' }],
            left: [
              { profile: 'prod', why: 'renamed', because: 'changed' },
              { profile: 'Acme-Old-Deploy', why: 'gone', because: 'used' },
            ],
          }),
        ),
    }),
    'identity-center-same': wizard('sync', now, {
      ...known,
      planSsoImport: () =>
        good(
          plan({
            added: [],
            counts: { added: 0, removed: 0, renamed: 0, left: 0, already: 15 },
            preview: { path: '/home/anna/.aws/config', diff: '' },
          }),
        ),
    }),
  };
}
