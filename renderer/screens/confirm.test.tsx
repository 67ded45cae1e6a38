// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PopoverApp } from '../app/popover-app.tsx';
import { bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { aCatalog, aRow, noSessions } from '../fakes/profiles.ts';
import { createPopoverStore } from '../store.ts';

afterEach(cleanup);

it('asks for the name of a careful profile, in the field that has focus, and sends what was typed', async () => {
  const rows = [aRow('prod', { careful: true })];
  const fake = createFakeClient({
    snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }),
    switchProfile: ((input: { confirm?: string }) =>
      input.confirm === 'prod'
        ? good({ profile: 'prod', expiresAt: 0 })
        : bad({ kind: 'confirmation-required', message: 'm', remedy: 'r', profile: 'prod' })) as never,
  });
  const store = createPopoverStore(fake.client);
  render(<PopoverApp store={store} />);
  await waitFor(() => expect(store.store.getState().status).toBe('ready'));

  await store.actions.switchTo('prod');
  const field = await screen.findByRole('textbox', { name: 'Type the name of the profile' });
  expect(document.activeElement).toBe(field);

  fireEvent.change(field, { target: { value: 'prd' } });
  fireEvent.submit(field);
  expect(screen.getByText('That is not “prod”.')).toBeTruthy();

  fireEvent.change(field, { target: { value: 'prod' } });
  fireEvent.submit(field);
  await waitFor(() => expect(fake.askedFor('switchProfile')).toContainEqual({ profile: 'prod', confirm: 'prod' }));
});

it('asks before the credentials of a careful profile are copied, for the shell that was chosen', async () => {
  const rows = [aRow('prod', { careful: true })];
  const fake = createFakeClient({
    snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }),
    copyCredentials: ((input: { confirm?: string }) =>
      input.confirm === 'prod'
        ? good({ clearedAfterMs: 60_000 })
        : bad({ kind: 'confirmation-required', message: 'm', remedy: 'r', profile: 'prod' })) as never,
  });
  const store = createPopoverStore(fake.client);
  render(<PopoverApp store={store} />);
  await waitFor(() => expect(store.store.getState().status).toBe('ready'));

  await store.actions.copyCredentials('prod', 'fish');
  const field = await screen.findByRole('textbox', { name: 'Type the name of the profile' });
  fireEvent.change(field, { target: { value: 'prod' } });
  fireEvent.submit(field);
  const copy = { profile: 'prod', shell: 'fish', confirm: 'prod' };
  await waitFor(() => expect(fake.askedFor('copyCredentials')).toContainEqual(copy));
  await waitFor(() => expect(store.store.getState().notice?.text).toBe('Credentials of prod copied'));
});
