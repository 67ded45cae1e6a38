// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SettingsContext } from '../../app/settings-context.ts';
import { createFakeClient, good } from '../../fakes/fake-client.ts';
import { createSettingsStore } from '../../settings-store.ts';
import { MfaDevicesPage } from './mfa-devices.tsx';

afterEach(cleanup);

it('asks before a secret is forgotten, which nobody can bring back', async () => {
  const mfaSerial = 'arn:aws:iam::123456789012:mfa/anna';
  const { client, askedFor } = createFakeClient({
    listMfaDevices: () => good({ devices: [{ mfaSerial, profiles: [], seedAddedAt: 0 }], problems: [] }),
  });
  const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  await act(async () => {
    render(
      <SettingsContext value={createSettingsStore(client)}>
        <MfaDevicesPage />
      </SettingsContext>,
    );
  });
  await press('Forget secret…');
  await press('Cancel');
  expect(document.activeElement?.textContent, 'the focus comes back').toBe('Forget secret…');
  expect(askedFor('removeMfaSeed')).toEqual([]);
  await press('Forget secret…');
  await press('Forget secret');
  expect(askedFor('removeMfaSeed')).toEqual([{ mfaSerial }]);
});
