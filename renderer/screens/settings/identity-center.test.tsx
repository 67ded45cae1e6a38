// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { SsoSessionRow } from '../../../electron/core/contract.ts';
import { SettingsContext } from '../../app/settings-context.ts';
import { type Answers, bad, createFakeClient, good } from '../../fakes/fake-client.ts';
import { createSettingsStore } from '../../settings-store.ts';
import { IdentityCenterPage } from './identity-center.tsx';

afterEach(cleanup);

const acme: SsoSessionRow = {
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-central-1',
  legacy: false,
  profiles: 2,
  state: 'signed-out',
  renews: false,
  wanted: false,
};
const organisation = {
  session: 'acme',
  readAt: 0,
  accounts: [
    { accountId: '111111111111', accountName: 'Prod', roles: ['Reader', 'Admin'] },
    { accountId: '222222222222', accountName: 'Dev', roles: ['Reader'] },
  ],
  choice: { template: '{account_name}-{role}', accountIds: [], roleNames: [] },
};
const plan = {
  id: '7',
  session: 'acme',
  template: '{account_name}-{role}',
  counts: { added: 1, removed: 0, renamed: 0, left: 0, already: 1 },
  added: [{ profile: 'Dev-Reader', accountId: '222222222222', accountName: 'Dev', roleName: 'Reader' }],
  removed: [],
  renamed: [],
  left: [],
  preview: { path: 'config', diff: '+[profile Dev-Reader]\n' },
};
const reading = { session: 'acme', accounts: 2, accountsRead: 2, roles: 3, startedAt: 0 };

async function open(row: SsoSessionRow, answers: Answers = {}) {
  const fake = createFakeClient({ ssoSessions: () => good({ sessions: [row] }), ...answers });
  const store = createSettingsStore(fake.client);
  await act(async () => {
    render(
      <SettingsContext value={store}>
        <IdentityCenterPage />
      </SettingsContext>,
    );
  });
  const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  return { ...fake, press };
}

it('signs in by the browser, and by a code when that is chosen', async () => {
  const { press, askedFor } = await open(acme);
  await press('Sign in');
  await press('Use a code instead');
  expect(askedFor('startSsoSignIn')).toEqual([
    { session: 'acme', method: 'browser', openBrowser: true },
    { session: 'acme', method: 'device', openBrowser: true },
  ]);
});

it('shows the code, copies it, opens the page again, and cancels', async () => {
  const signIn = {
    method: 'device',
    startedAt: 0,
    url: 'https://x',
    userCode: 'ABCD-EFGH',
    browserOpened: true,
  } as const;
  const { press, askedFor } = await open({ ...acme, state: 'signing-in', signIn });
  expect(screen.getByText('ABCD-EFGH')).toBeTruthy();
  await press('Copy code');
  await press('Open the page again');
  await press('Cancel');
  expect(askedFor('handOffSsoSignIn')).toEqual([
    { session: 'acme', how: 'copy-code' },
    { session: 'acme', how: 'open' },
  ]);
  expect(askedFor('cancelSsoSignIn')).toEqual([{ session: 'acme' }]);
});

it('says when AWS could not be told of a sign-out', async () => {
  const { press } = await open(
    { ...acme, state: 'signed-in', expiresAt: Date.now() + 60_000 },
    { ssoSignOut: () => good({ session: 'acme', revoked: false, signedOut: [] }) },
  );
  await press('Sign out');
  expect(screen.getByText(/AWS could not be told/)).toBeTruthy();
});

it('reads, takes the choice, shows the change, and writes only then', async () => {
  const { press, askedFor, emit } = await open(
    { ...acme, state: 'signed-in', expiresAt: Date.now() + 60_000 },
    {
      readOrganisation: () => good({ ...reading, state: 'reading' as const, accountsRead: 1 }),
      organisation: () => good(organisation),
      planSsoImport: () => good(plan),
      applySsoImport: () => good(plan),
    },
  );
  await press('Import…');
  expect(screen.getByText('1 of 2 accounts, 3 roles')).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
  await act(async () => emit('readingChanged', { ...reading, state: 'read', readAt: 0 }));
  // The control that forms know stands beside the one that people see.
  const admin = screen.getByText('Admin').closest('label')?.querySelector('input');
  await act(async () => void fireEvent.click(admin as HTMLInputElement));
  expect(screen.getByText('2 roles in 2 accounts')).toBeTruthy();
  await press('See the changes');
  expect(askedFor('planSsoImport')).toEqual([
    { session: 'acme', mode: 'import', template: '{account_name}-{role}', accountIds: [], roleNames: ['Reader'] },
  ]);
  expect(screen.getAllByText(/Dev-Reader/).length).toBeGreaterThan(0);
  expect(askedFor('applySsoImport')).toEqual([]);
  await press('Write 1 profile');
  expect(askedFor('applySsoImport')).toEqual([{ id: '7' }]);
  expect(screen.getByText('1 profile was written')).toBeTruthy();
});

it('shows a reading that goes on without its page, stops it, and says why it failed', async () => {
  const signedIn = { ...acme, state: 'signed-in' as const, expiresAt: Date.now() + 60_000 };
  const { press, askedFor, emit } = await open(signedIn, {
    organisationReading: () => good({ reading: { ...reading, state: 'reading', accountsRead: 1 } }),
  });
  expect(screen.getByText('1 of 2 accounts, 3 roles')).toBeTruthy();
  await press('Stop');
  expect(askedFor('stopOrganisation')).toEqual([{ session: 'acme' }]);
  await act(async () => emit('readingChanged', { ...reading, session: 'other', state: 'read' }));
  expect(screen.getByRole('progressbar')).toBeTruthy();
  const failure = { kind: 'network', message: 'AWS could not be reached.', remedy: 'Check the network.' } as const;
  await act(async () => emit('readingChanged', { ...reading, state: 'failed', failure }));
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(screen.getByText('AWS could not be reached.')).toBeTruthy();
});

it('says what a sync did', async () => {
  const { press, emit } = await open(
    { ...acme, state: 'signed-in', expiresAt: Date.now() + 60_000 },
    {
      planSsoImport: () => good({ ...plan, counts: { added: 0, removed: 6, renamed: 3, left: 0, already: 1194 } }),
      applySsoImport: () => good({ ...plan, counts: { added: 0, removed: 6, renamed: 3, left: 0, already: 1194 } }),
      readOrganisation: () => good({ ...reading, state: 'reading' as const }),
      organisation: () => good(organisation),
    },
  );
  await press('Sync…');
  await act(async () => emit('readingChanged', { ...reading, state: 'read', readAt: 0 }));
  await press('Write the changes');
  expect(screen.getByText('The config file follows AWS: 3 renamed, 6 removed')).toBeTruthy();
});

it('says why a reading ended, and goes on', async () => {
  const network = { kind: 'network', message: 'AWS could not be reached.', remedy: 'Check the network.' } as const;
  const { press, askedFor } = await open(
    { ...acme, state: 'signed-in', expiresAt: Date.now() + 60_000 },
    { readOrganisation: () => bad(network) },
  );
  await press('Sync…');
  expect(screen.getByText('AWS could not be reached.')).toBeTruthy();
  await press('Go on');
  expect(askedFor('readOrganisation')).toEqual([
    { session: 'acme', anew: true },
    { session: 'acme', anew: false },
  ]);
});

it('writes a new session when its exact lines were shown', async () => {
  const preview = () => good({ path: 'config', diff: '+[sso-session corp]\n' });
  const { press, askedFor } = await open(acme, { previewFileEdit: preview, applyFileEdit: preview });
  await press('Add a session…');
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const faultOf = (label: string) => {
    const field = screen.getByLabelText(label);
    const below = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    return field.getAttribute('aria-invalid') && below?.textContent;
  };
  type('Name', 'the corp');
  type('Start URL', 'http://corp.example');
  type('Region', 'Frankfurt');
  await press('See the changes');
  expect(faultOf('Name')).toMatch(/^Letters, digits/);
  expect(faultOf('Start URL')).toBe('A start URL begins with https://');
  expect(faultOf('Region')).toMatch(/^A region is a code/);
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(askedFor('previewFileEdit')).toEqual([]);
  type('Name', 'corp');
  type('Start URL', 'https://corp.example/start');
  type('Region', 'eusc-de-east-1');
  await press('See the changes');
  expect(askedFor('applyFileEdit')).toEqual([]);
  await press('Write it');
  expect(askedFor('applyFileEdit')).toMatchObject([
    { edit: { kind: 'add-sections', sections: [{ kind: 'sso-session', name: 'corp' }] } },
  ]);
});
