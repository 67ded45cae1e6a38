// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SettingsApp } from '../../../app/settings-app.tsx';
import { someBrowsers } from '../../../fakes/console-scenes.ts';
import { createFakeClient, good } from '../../../fakes/fake-client.ts';
import { plainPreferences } from '../../../fakes/preferences.ts';
import { aCatalog, aRow, noSessions } from '../../../fakes/profiles.ts';
import { createSettingsStore } from '../../../settings-store.ts';

afterEach(cleanup);

it('takes the choice of an account back to the profile alone', async () => {
  const chosen = { browser: 'firefox', profile: 'production' } as const;
  const rows = [aRow('prod', { accountId: '111122223333' })];
  const { client, askedFor } = createFakeClient({
    snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }),
    settingsTarget: () => good({ section: 'profiles', profile: 'prod' }),
    preferences: () => good(plainPreferences),
    browsers: () => good({ installed: someBrowsers, chosen, byAccount: true }),
  });
  render(<SettingsApp store={createSettingsStore(client)} />);
  fireEvent.click(await screen.findByRole('switch', { name: 'For the whole account' }));
  await waitFor(() =>
    expect(askedFor('chooseBrowser')).toEqual([
      { profile: 'prod', choice: null, forAccount: true },
      { profile: 'prod', choice: chosen, forAccount: false },
    ]),
  );
});
