// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PopoverApp } from '../app/popover-app.tsx';
import { bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { aCatalog, aRow, noSessions } from '../fakes/profiles.ts';
import { createPopoverStore } from '../store.ts';

afterEach(cleanup);

it('asks for the ticket of a profile, also of a careful one, and sends both', async () => {
  const rows = [aRow('prod', { careful: true })];
  const fake = createFakeClient({
    snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }),
    switchProfile: ((input: { ticket?: string }) =>
      input.ticket === undefined
        ? bad({ kind: 'ticket-needed', message: 'm', remedy: 'r', profile: 'prod' })
        : good({ profile: 'prod', expiresAt: 0, durationSeconds: 3600 })) as never,
  });
  const store = createPopoverStore(fake.client);
  render(<PopoverApp store={store} />);
  await waitFor(() => expect(store.store.getState().status).toBe('ready'));

  await store.actions.switchTo('prod', { confirm: 'prod' });
  const field = await screen.findByRole('textbox', { name: 'Ticket' });
  expect(document.activeElement).toBe(field);
  fireEvent.submit(field);
  expect(screen.getByText('Type what you work on.')).toBeTruthy();

  fireEvent.change(field, { target: { value: ' ABC-123 ' } });
  fireEvent.submit(field);
  await waitFor(() =>
    expect(fake.askedFor('switchProfile')).toContainEqual({ profile: 'prod', confirm: 'prod', ticket: 'ABC-123' }),
  );
});
