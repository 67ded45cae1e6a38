// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createFakeClient, good } from '../fakes/fake-client.ts';
import { aCatalog, aRow, noSessions } from '../fakes/profiles.ts';
import { createSettingsStore } from '../settings-store.ts';
import { SettingsApp } from './settings-app.tsx';

afterEach(cleanup);

async function open(locked: boolean) {
  const fake = createFakeClient({
    snapshot: () => good({ catalog: aCatalog([aRow('prod')]), sessions: noSessions }),
    lockState: () => good({ lock: locked ? { locked, reason: 'by-hand', lockedAt: 0 } : { locked } }),
  });
  await act(async () => {
    render(<SettingsApp store={createSettingsStore(fake.client)} />);
  });
  return fake;
}

it('shows no page and no name while Rolecall is locked, and unlocks', async () => {
  const { askedFor, emit } = await open(true);
  expect(screen.queryByRole('tab')).toBeNull();
  expect(document.body.textContent).not.toContain('prod');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Unlock' })));
  expect(askedFor('unlock')).toHaveLength(1);
  await act(async () => emit('lockChanged', { locked: false }));
  expect(screen.getByRole('tab', { name: 'Profiles' })).toBeTruthy();
});

it('puts everything away when it locks', async () => {
  const { emit } = await open(false);
  expect(document.body.textContent).toContain('prod');
  await act(async () => emit('lockChanged', { locked: true, reason: 'idle', lockedAt: 0 }));
  expect(document.body.textContent).not.toContain('prod');
});
