// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { ProfileRow } from '../../../../electron/core/contract.ts';
import { SettingsContext } from '../../../app/settings-context.ts';
import { type Answers, bad, createFakeClient, good } from '../../../fakes/fake-client.ts';
import { aCatalog, aRow, brokenRow, manyRows, noSessions } from '../../../fakes/profiles.ts';
import { createSettingsStore } from '../../../settings-store.ts';
import { ProfilesPage } from './profiles.tsx';

afterEach(cleanup);

const written = { region: 'eu-central-1' };
const hops = [
  { kind: 'access-key', profile: 'company', store: 'keychain', accessKeyId: 'AKIA…MPLE' },
  { kind: 'assume-role', profile: 'prod', roleName: 'Developer', accountId: '111111111111' },
] as const;

async function open(rows: ProfileRow[], answers: Answers = {}) {
  const fake = createFakeClient({
    snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }),
    profileDetails: () => good({ hops: [...hops], written }),
    ...answers,
  });
  const store = createSettingsStore(fake.client);
  await act(async () => {
    await store.actions.load();
    render(
      <SettingsContext value={store}>
        <ProfilesPage />
      </SettingsContext>,
    );
  });
  const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  return { ...fake, store, press };
}

it('shows the steps in order', async () => {
  await open([aRow('prod')]);
  const steps = screen.getByRole('list', { name: 'Steps, in order' }).querySelectorAll('li');
  expect([...steps].map((step) => step.textContent)).toEqual([
    expect.stringContaining('In the keychain'),
    expect.stringContaining('Developer'),
  ]);
});

it('marks where a chain breaks off, and says why when asked', async () => {
  const failure = { ...(brokenRow.failure as NonNullable<ProfileRow['failure']>), profile: 'legacy' };
  const { press, askedFor } = await open([{ ...brokenRow, failure }], {
    profileDetails: () => good({ hops: [], failure, written: {} }),
    diagnose: () => good({ profile: 'legacy', checks: [], failure }),
  });
  expect(screen.getByText('Breaks off here')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Switch' })).toBeNull();
  await press('Why?');
  expect(askedFor('diagnose')).toEqual([{ profile: 'legacy', tryNow: false }]);
});

it('shows the change of a line before it is written', async () => {
  const { press, askedFor } = await open([aRow('prod')], {
    previewFileEdit: () => good({ path: 'config', diff: '+region = us-east-1\n' }),
    applyFileEdit: () => good({ path: 'config', diff: '+region = us-east-1\n' }),
  });
  const edit = { kind: 'set-key', profile: 'prod', key: 'region', value: 'us-east-1' };
  fireEvent.change(screen.getByLabelText('Region'), { target: { value: ' us-east-1 ' } });
  await press('Show change');
  expect(askedFor('previewFileEdit')).toEqual([{ edit }]);
  expect(askedFor('applyFileEdit')).toEqual([]);
  await press('Set');
  expect(askedFor('applyFileEdit')).toEqual([{ edit }]);
});

it('keeps what was typed and not written while another profile is looked at', async () => {
  const { store, press, askedFor } = await open([aRow('prod'), aRow('other')]);
  await act(async () => store.actions.choose('prod'));
  fireEvent.change(screen.getByLabelText('Region'), { target: { value: 'us-east-1' } });
  await act(async () => store.actions.choose('other'));
  expect(screen.getByLabelText<HTMLInputElement>('Region').value).toBe('eu-central-1');
  await act(async () => store.actions.choose('prod'));
  expect(screen.getByLabelText<HTMLInputElement>('Region').value).toBe('us-east-1');
  await press('Undo');
  expect(screen.getByLabelText<HTMLInputElement>('Region').value).toBe('eu-central-1');
  expect(askedFor('applyFileEdit')).toEqual([]);
});

it('edits what the file says when the file has changed under a draft', async () => {
  let region = 'eu-central-1';
  const { store, emitCatalog } = await open([aRow('prod'), aRow('other')], {
    profileDetails: () => good({ hops: [...hops], written: { region } }),
  });
  store.follow();
  await act(async () => store.actions.choose('prod'));
  fireEvent.change(screen.getByLabelText('Region'), { target: { value: 'us-east-1' } });
  region = 'eu-west-1';
  await act(async () => emitCatalog(aCatalog([aRow('prod'), aRow('other')])));
  expect(screen.getByLabelText<HTMLInputElement>('Region').value).toBe('eu-west-1');
});

it('takes a line away when its field is emptied', async () => {
  const { press, askedFor } = await open([aRow('prod')], {
    previewFileEdit: () => good({ path: 'config', diff: '-region = eu-central-1\n' }),
  });
  fireEvent.change(screen.getByLabelText('Region'), { target: { value: '' } });
  await press('Show change');
  expect(askedFor('previewFileEdit')).toEqual([
    { edit: { kind: 'set-key', profile: 'prod', key: 'region', value: null } },
  ]);
});

it('lets the name of a careful profile be typed', async () => {
  const asks = { kind: 'confirmation-required', message: '', remedy: '', profile: 'prod' } as const;
  const { press, askedFor } = await open([aRow('prod', { careful: true })], { switchProfile: () => bad(asks) });
  await press('Switch');
  fireEvent.change(screen.getByLabelText('Type the name of the profile'), { target: { value: 'prod' } });
  await press('Switch');
  expect(askedFor('switchProfile')).toEqual([{ profile: 'prod' }, { profile: 'prod', confirm: 'prod' }]);
});

it('is told of one profile, however many there are', async () => {
  const { askedFor } = await open(manyRows(12_000));
  expect(askedFor('snapshot')).toEqual([]);
  expect(askedFor('listProfiles')).toEqual([{ query: '', from: 0, count: 0 }]);
});

it('follows the active role until a profile is chosen', async () => {
  const { store, emit } = await open([aRow('other'), aRow('prod')]);
  store.follow();
  const shown = () => screen.getByRole('combobox', { name: /^Profile:/ }).getAttribute('aria-label');
  expect(shown()).toBe('Profile: other');
  await act(async () => emit('sessionsChanged', { activeProfile: 'prod', byProfile: {} }));
  expect(shown()).toBe('Profile: prod');
  await act(async () => store.actions.choose('other'));
  expect(shown()).toBe('Profile: other');
});

it('draws a hundred of 12,000 profiles, and finds the others by typing', async () => {
  const rows = manyRows(12_000);
  await open(rows);
  await act(async () => void fireEvent.click(screen.getByRole('combobox', { name: /^Profile:/ })));
  expect(screen.getAllByRole('option')).toHaveLength(100);
  const last = rows.at(-1)?.name ?? '';
  await act(
    async () =>
      void fireEvent.change(screen.getByLabelText('Search by name, account, role or region'), {
        target: { value: last },
      }),
  );
  expect(screen.getAllByRole('option')[0]?.textContent).toContain(last);
});
