// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { aCatalog, aRow, noSessions } from '../fakes/profiles.ts';
import { createPopoverStore } from '../store.ts';
import { PopoverApp } from './popover-app.tsx';

beforeEach(() => {
  // The virtual list asks for sizes, which a page without layout does not have.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 100 });
});
afterEach(cleanup);

const queue = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const found = { what: 'the SQS queue jobs', accountId: '111122223333', region: 'eu-west-1', profiles: ['b', 'a'] };

const rows = [
  aRow('a', { accountId: '111122223333', roleName: 'Reader' }),
  aRow('b', { accountId: '111122223333', roleName: 'Admin' }),
  aRow('c', { accountId: '444455556666', roleName: 'Admin' }),
];

async function open(answers: Answers) {
  const fake = createFakeClient({
    snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }),
    findConsole: () => good(found),
    ...answers,
  });
  const store = createPopoverStore(fake.client);
  render(<PopoverApp store={store} />);
  await waitFor(() => expect(store.store.getState().status).toBe('ready'));
  const box = screen.getByRole('searchbox');
  const type = (value: string) => fireEvent.change(box, { target: { value } });
  return { ...fake, store, box, type };
}

const options = () => screen.queryAllByRole('option').map((option) => option.getAttribute('aria-label')?.split(',')[0]);

describe('an ARN in the search box', () => {
  it('shows who reaches it, and Enter opens it as the one that is selected', async () => {
    const { type, box, askedFor } = await open({});
    type(queue);
    expect(await screen.findByText('the SQS queue jobs')).toBeTruthy();
    expect(options()).toEqual(['b', 'a']);
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    fireEvent.keyDown(box, { key: 'Enter' });
    await waitFor(() => expect(askedFor('openConsole')).toMatchObject([{ profile: 'a', resource: queue }]));
    expect(askedFor('switchProfile')).toEqual([]);
  });

  it('of a role that a profile has finds that profile, to switch to', async () => {
    const { type, box, askedFor } = await open({});
    type('arn:aws:iam::444455556666:role/team/Admin');
    await waitFor(() => expect(options()).toEqual(['c']));
    fireEvent.keyDown(box, { key: 'Enter' });
    await waitFor(() => expect(askedFor('switchProfile')).toMatchObject([{ profile: 'c' }]));
  });

  it('leaves the header to the active role, which may be of another account', async () => {
    const session = { state: 'active', startedAt: Date.now(), expiresAt: Date.now() + 3_600_000 } as const;
    const sessions = { activeProfile: 'c', byProfile: { c: session } };
    const { type, askedFor } = await open({
      snapshot: () => good({ catalog: aCatalog(rows), sessions }),
    });
    type(queue);
    await screen.findByText('the SQS queue jobs');
    fireEvent.click(
      within(screen.getByRole('region', { name: 'Active role' })).getByRole('button', { name: 'Console' }),
    );
    await waitFor(() => expect(askedFor('openConsole')).toEqual([{ profile: 'c' }]));
  });

  it('that nobody reaches says why, and words are a search again', async () => {
    const failure = { kind: 'profile-not-found', message: 'No profile reaches it.', remedy: 'Add one.' } as const;
    const { type } = await open({ findConsole: () => bad(failure) });
    type(queue);
    expect(await screen.findByText('No profile reaches it.')).toBeTruthy();
    type('b');
    await waitFor(() => expect(options()).toEqual(['b']));
    expect(screen.queryByText('No profile reaches it.')).toBeNull();
  });

  it('asks for the name of a careful profile, and goes on to the same page', async () => {
    const asks = { kind: 'confirmation-required', message: '', remedy: '', profile: 'b' } as const;
    const answer = (input: { confirm?: string }) => (input.confirm === 'b' ? good({}) : bad(asks));
    const { type, box, askedFor } = await open({ openConsole: answer as never });
    type(queue);
    await screen.findByText('the SQS queue jobs');
    fireEvent.keyDown(box, { key: 'Enter' });
    const field = await screen.findByRole('textbox', { name: 'Type the name of the profile' });
    fireEvent.change(field, { target: { value: 'b' } });
    fireEvent.submit(field);
    await waitFor(() =>
      expect(askedFor('openConsole').at(-1)).toMatchObject({ profile: 'b', resource: queue, confirm: 'b' }),
    );
  });
});
