import { type ReactNode, useEffect } from 'react';
import type { Catalog, MfaQuestion, Sessions, SettingsTarget, WindowName } from '../../electron/core/contract.ts';
import { AccessKeyApp } from '../app/access-key-app.tsx';
import { MfaApp } from '../app/mfa-app.tsx';
import { PopoverApp } from '../app/popover-app.tsx';
import { SettingsApp } from '../app/settings-app.tsx';
import { createSettingsStore } from '../settings-store.ts';
import { createPopoverStore, type PopoverStore } from '../store.ts';
import { auditScenes } from './audit-scenes.ts';
import { refusedDiagnosis } from './diagnosis.ts';
import { type Answers, bad, createFakeClient, good, never } from './fake-client.ts';
import { identityCenterScenes } from './identity-center-scenes.tsx';
import { keyScenes } from './key-scenes.ts';
import { mfaDeviceScenes, mfaDevices } from './mfa-device-scenes.tsx';
import { plainPreferences } from './preferences.ts';
import { profileScenes } from './profile-scenes.ts';
import {
  aCatalog,
  anActive,
  aRow,
  brokenRow,
  keyMissing,
  manyRows,
  noNetwork,
  noSessions,
  notAuthorized,
  someRows,
} from './profiles.ts';

/** One state of one window, ready to be looked at. */
export interface Scene {
  readonly window: WindowName;
  readonly render: () => ReactNode;
}

const MINUTE = 60_000;
const why = { kind: 'diagnosis', profile: 'staging-deploy' } as const;
const DIFF = `--- a/config
+++ b/config
@@ -1,5 +1,6 @@
 # my accounts
 [default]
-region = eu-west-1
+region = eu-central-1
+credential_process = /home/anna/.local/share/rolecall/bin/rolecall credentials
 output = json
 
@@ -12,3 +13,2 @@
 [profile company]
-role_session_name = anna
 region = eu-central-1
`;

function popover(
  catalog: Catalog,
  sessions: Sessions = noSessions,
  then?: (actions: PopoverStore['actions']) => void,
  answers: Answers = {},
): Scene {
  return {
    window: 'popover',
    render: () => {
      const { client } = createFakeClient({ snapshot: () => good({ catalog, sessions }), ...answers });
      const store = createPopoverStore(client);
      if (then) {
        const stop = store.store.subscribe((state) => {
          if (state.status !== 'ready') return;
          stop();
          queueMicrotask(() => then(store.actions));
        });
      }
      return <PopoverApp store={store} />;
    },
  };
}

function mfa(more: Partial<MfaQuestion> = {}): Scene {
  const question: MfaQuestion = {
    id: '1',
    profile: 'production-admin',
    roleArn: 'arn:aws:iam::418295063117:role/AdministratorAccess',
    mfaSerial: 'arn:aws:iam::904417236685:mfa/anna-phone',
    asker: { through: 'tray' },
    checking: false,
    waiting: 0,
    ...more,
  };
  const { client } = createFakeClient({ currentQuestion: () => good({ question }) });
  return { window: 'mfa', render: () => <MfaApp client={client} /> };
}

const aKey = {
  profile: 'company',
  id: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const keyTarget = { profile: null, profiles: ['company', 'contractor', 'default', 'staging-bot'] };

function accessKey(answers: Answers): Scene {
  const { client } = createFakeClient({ accessKeyTarget: () => good(keyTarget), ...answers });
  return { window: 'access-key', render: () => <AccessKeyApp client={client} /> };
}

function settings(catalog: Catalog, sessions: Sessions, target: SettingsTarget, answers: Answers = {}): Scene {
  const { client } = createFakeClient({
    snapshot: () => good({ catalog, sessions }),
    settingsTarget: () => good(target),
    preferences: () => good(plainPreferences),
    ...answers,
  });
  return { window: 'settings', render: () => <SettingsApp store={createSettingsStore(client)} /> };
}

/** The scene after a button in it was pressed, as soon as it is there. */
function press(scene: Scene, name: RegExp, fields: Readonly<Record<string, string>> = {}): Scene {
  return {
    ...scene,
    render: () => (
      <>
        {scene.render()}
        <Press name={name} fields={fields} />
      </>
    ),
  };
}

function Press({ name, fields }: { name: RegExp; fields: Readonly<Record<string, string>> }) {
  useEffect(() => {
    let frame = requestAnimationFrame(function look() {
      const button = [...document.querySelectorAll<HTMLElement>('button, [role="combobox"]')].find((one) =>
        name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
      );
      if (!button) {
        frame = requestAnimationFrame(look);
        return;
      }
      for (const [field, value] of Object.entries(fields)) type(field, value);
      // What was typed is drawn before it is sent.
      frame = requestAnimationFrame(() => button.click());
    });
    return () => cancelAnimationFrame(frame);
  }, [name, fields]);
  return null;
}

/** As a person types: past the value that React thinks is there. */
function type(field: string, value: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[name="${field}"]`);
  if (!input) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Every state that can be seen, by name. */
export function scenes(now: number): Readonly<Record<string, Scene>> {
  const rows = someRows(now);
  const active: Sessions = {
    activeProfile: 'production-admin',
    byProfile: {
      'production-admin': anActive(now, 42 * MINUTE + 10_000),
      'staging-deploy': anActive(now, 3 * MINUTE + 41_000),
      sandbox: { state: 'expired', expiredAt: now - 3 * MINUTE },
      'audit-logs': { state: 'signed-out', signedOutAt: now - MINUTE },
    },
  };
  const only = (state: Sessions['byProfile'][string], profile = 'production-admin'): Sessions => ({
    activeProfile: profile,
    byProfile: { [profile]: state },
  });
  const edit = { previewFileEdit: () => good({ path: '/home/anna/.aws/config', diff: DIFF }) };
  const show = (actions: PopoverStore['actions']) =>
    actions.show({ kind: 'file-edit', edit: { kind: 'hand-over-default' } });
  const keys = keyScenes(now);
  const problems = [
    {
      file: '/home/anna/.aws/config',
      line: 41,
      message: 'The line "regoin eu-west-1" is neither a section nor a key.',
      remedy: 'Write it as: region = eu-west-1',
    },
    {
      file: '/home/anna/.aws/credentials',
      line: 7,
      message: 'The section [company] is there twice.',
      remedy: 'Put both into one; the SDKs use the later values.',
    },
  ];

  return {
    'popover-idle': popover(aCatalog(rows)),
    'popover-active': popover(aCatalog(rows), active),
    'popover-several': popover(aCatalog(rows), { ...active, activeProfile: 'staging-deploy' }, (actions) =>
      actions.move('last'),
    ),
    'popover-expiring': popover(aCatalog(rows), only(anActive(now, 4 * MINUTE + 9000))),
    'popover-expired': popover(aCatalog(rows), only({ state: 'expired', expiredAt: now - MINUTE })),
    'popover-long-session': popover(
      aCatalog(rows),
      only(anActive(now, 11 * 60 * MINUTE, 12 * 60 * MINUTE), 'data-platform-us-warehouse-migration-2026'),
    ),
    'popover-waiting-code': popover(
      aCatalog(rows),
      {
        activeProfile: 'production-admin',
        byProfile: {
          'production-admin': anActive(now, 42 * MINUTE),
          'production-readonly': { state: 'requesting', waitingFor: 'code', sinceAt: now - 12_000 },
        },
      },
      (actions) => actions.move('next'),
    ),
    'popover-waiting-keychain': popover(
      aCatalog(rows),
      only({ state: 'requesting', waitingFor: 'keychain', sinceAt: now - 1000 }),
    ),
    'popover-waiting-aws': popover(
      aCatalog(rows),
      only({ state: 'requesting', waitingFor: 'aws', sinceAt: now - 8000, untilAt: now + 12_000 }),
    ),
    'popover-clock-off': popover(aCatalog(rows), active, undefined, {
      clockSkew: () => good({ skew: { aheadMs: 7 * MINUTE } }),
    }),
    'popover-failed': popover(
      aCatalog(rows),
      {
        activeProfile: null,
        byProfile: {
          'staging-deploy': { state: 'failed', failure: notAuthorized, failedAt: now },
          'production-readonly': { state: 'failed', failure: keyMissing, failedAt: now },
        },
      },
      (actions) => actions.move('next'),
    ),
    'popover-refused': popover(
      aCatalog(rows),
      {
        activeProfile: null,
        byProfile: { 'staging-deploy': { state: 'failed', failure: notAuthorized, failedAt: now } },
      },
      (actions) => actions.select('staging-deploy'),
    ),
    'popover-active-failed': popover(aCatalog(rows), only({ state: 'failed', failure: noNetwork, failedAt: now })),
    'popover-call-failed': popover(aCatalog(rows), active, (actions) => void actions.openConsole('sandbox'), {
      openConsole: () => bad(noNetwork),
    }),
    'popover-console': popover(aCatalog(rows), active, (actions) => void actions.openConsole('production-admin'), {
      openConsole: () => never(),
    }),
    'popover-search': popover(aCatalog(rows), active, (actions) => actions.search('prod')),
    'popover-no-match': popover(aCatalog(rows), active, (actions) => actions.search('kubernetes')),
    'popover-broken': popover(aCatalog([...rows.slice(0, 4), brokenRow], { problems }), noSessions, (actions) =>
      actions.move('last'),
    ),
    'popover-problems': popover(aCatalog(rows, { problems }), active, (actions) => actions.show({ kind: 'problems' })),
    'popover-loading': popover(aCatalog(rows), noSessions, undefined, { snapshot: () => never() }),
    'popover-unreadable': popover(aCatalog(rows), noSessions, undefined, {
      snapshot: () =>
        bad({
          kind: 'file-unreadable',
          message: '~/.aws/config cannot be read: permission denied.',
          remedy: 'Make the file readable for your user (chmod 600), then try again.',
        }),
    }),
    'popover-empty': popover(aCatalog([], { defaultHandedOver: false })),
    'popover-one': popover(
      aCatalog([aRow('production', { roleName: 'AdministratorAccess' })], { defaultHandedOver: false }),
    ),
    'popover-locked': popover(aCatalog(rows), active, undefined, {
      lockState: () => good({ lock: { locked: true, reason: 'idle', lockedAt: now - 40 * MINUTE } }),
    }),
    'popover-many': popover(aCatalog(manyRows(12_000))),
    'popover-menu': popover(aCatalog(rows), active, (actions) => actions.openMenu(true)),
    'popover-edit': popover(aCatalog(rows, { defaultHandedOver: false }), active, show, edit),
    'popover-edit-done': press(
      popover(aCatalog(rows), active, show, { ...edit, applyFileEdit: edit.previewFileEdit }),
      /^Hand over$/,
    ),
    'popover-edit-refused': popover(aCatalog(rows), active, show, {
      previewFileEdit: () =>
        bad({
          kind: 'file-ambiguous',
          message: '[default] is there twice in ~/.aws/config, in lines 3 and 18.',
          remedy: 'Put both into one section, then try again.',
        }),
    }),
    'popover-keys': popover(aCatalog(rows), active, (actions) => actions.show({ kind: 'access-keys' }), {
      ...keys.kept,
    }),
    'popover-why': popover(aCatalog(rows), active, (actions) => actions.show(why), {
      diagnose: () => good(refusedDiagnosis),
    }),
    'popover-why-looking': popover(aCatalog(rows), active, (actions) => actions.show(why), {
      diagnose: () => never(),
    }),
    'popover-welcome': popover(
      aCatalog(rows, { defaultHandedOver: false, keysInClear: ['company'] }),
      noSessions,
      undefined,
      { welcome: () => good({ welcomed: false }) },
    ),
    'popover-services': popover(
      aCatalog(rows),
      active,
      (actions) => actions.show({ kind: 'console', profile: 'production-admin' }),
      { consoleChoices: () => good({ services: ['ecs', 'cloudwatch'], regions: ['eu-central-1', 'us-east-1'] }) },
    ),
    'popover-search-service': popover(aCatalog(rows), active, (actions) => actions.search('stag ec2')),
    'popover-careful': popover(aCatalog(rows), active, (actions) =>
      actions.show({ kind: 'confirm', profile: 'production-admin' }),
    ),
    'popover-ticket': popover(aCatalog(rows), active, (actions) =>
      actions.show({ kind: 'ticket', profile: 'production-admin' }),
    ),
    'mfa-ask': mfa({ accountName: 'Acme Production', colour: 'red' }),
    'mfa-program': mfa({
      asker: {
        through: 'credential-process',
        program: { name: 'terraform', pid: 48_213, path: '/usr/local/bin/terraform' },
        parent: { name: 'zsh', pid: 4120, path: '/bin/zsh' },
      },
      waiting: 2,
    }),
    'mfa-wrong': mfa({
      problem: {
        kind: 'mfa-wrong-code',
        message: 'AWS did not take this code.',
        remedy: 'Enter the one your device shows now.',
      },
    }),
    'mfa-used': mfa({
      profile: 'data-platform-us-warehouse-migration-2026',
      roleArn: undefined,
      asker: {
        through: 'command',
        program: { name: 'rolecall', pid: 812, path: '/home/anna/.local/share/rolecall/bin/rolecall' },
        parent: { name: 'bash', pid: 800 },
      },
      problem: {
        kind: 'mfa-code-used',
        message: 'This code was used already. AWS takes each code once.',
        remedy: 'Wait for your device to show the next one, and enter that.',
      },
      nextCodeAt: Date.now() + 17_000,
      waiting: 1,
    }),
    'mfa-used-before': mfa({ nextCodeAt: Date.now() + 17_000 }),
    'mfa-command-off': mfa({ commandOff: true }),
    'mfa-seed-wrong': mfa({
      problem: {
        kind: 'mfa-seed',
        message:
          'AWS refused the code of the seed that is kept for this device: the seed is of another device, or this computer’s clock is off.',
        remedy:
          'Enter a code yourself. To replace the seed: rolecall mfa seed add arn:aws:iam::904417236685:mfa/anna-phone',
      },
    }),
    'mfa-checking': mfa({ checking: true }),
    'mfa-none': {
      window: 'mfa',
      render: () => <MfaApp client={createFakeClient({ currentQuestion: () => good({ question: null }) }).client} />,
    },
    'key-new': accessKey({}),
    'key-checking': press(accessKey({ addAccessKey: () => never() }), /^Check and save$/, aKey),
    'key-failed': press(
      accessKey({
        addAccessKey: () =>
          bad({
            kind: 'secret-wrong',
            message: 'AWS knows this key ID, but the secret does not match it.',
            remedy: 'Enter the secret again; copy it whole.',
            awsCode: 'SignatureDoesNotMatch',
          }),
      }),
      /^Check and save$/,
      aKey,
    ),
    'key-saved': press(
      accessKey({
        addAccessKey: () =>
          good({
            profile: 'company',
            accessKeyId: 'AKIA············MPLE',
            userArn: 'arn:aws:iam::904417236685:user/anna',
            addedAt: now,
          }),
      }),
      /^Check and save$/,
      aKey,
    ),
    ...profileScenes(now, settings, press),
    ...auditScenes(now, (answers) => settings(aCatalog(rows), active, { section: 'audit' }, answers)),
    'settings-lock': settings(aCatalog(rows), active, { section: 'lock' }),
    'settings-general': settings(aCatalog(rows), active, { section: 'general' }),
    'settings-mfa': settings(
      aCatalog(rows),
      active,
      { section: 'mfa-devices' },
      {
        listMfaDevices: () => good({ devices: mfaDevices, problems: [] }),
      },
    ),
    ...mfaDeviceScenes(),
    'popover-clear-keys': popover(keys.catalog(rows), active, (actions) => actions.show({ kind: 'clear-keys' }), {
      ...keys.clear,
    }),
    'popover-take-key': popover(
      keys.catalog(rows),
      active,
      (actions) => actions.show({ kind: 'clear-keys', profile: 'company' }),
      keys.clear,
    ),
    'popover-keys-in-clear': popover(keys.catalog(rows), active),
    'settings-keys': settings(aCatalog(rows), active, { section: 'access-keys' }, keys.kept),
    'settings-keys-care': settings(
      keys.catalog(rows),
      active,
      { section: 'access-keys' },
      { ...keys.kept, ...keys.clear, ...keys.care },
    ),
    ...identityCenterScenes(now),
  };
}
