// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Answers, createFakeClient, good } from '../fakes/fake-client.ts';
import { aCatalog, anActive, aRow, brokenRow, manyRows, noSessions, notAuthorized } from '../fakes/profiles.ts';
import { createPopoverStore } from '../store.ts';
import { PopoverApp } from './popover-app.tsx';

beforeEach(() => {
  // The virtual list asks for sizes, which a page without layout does not have.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 100 });
});
afterEach(cleanup);

const rows = [aRow('alpha'), aRow('beta', { accountId: '111122223333' }), aRow('gamma')];

async function open(catalog = aCatalog(rows), sessions = noSessions, answers: Answers = {}) {
  const fake = createFakeClient({ snapshot: () => good({ catalog, sessions }), ...answers });
  let commits = 0;
  const count = () => {
    commits += 1;
  };
  await act(async () => {
    render(
      <Profiler id="popover" onRender={count}>
        <PopoverApp store={createPopoverStore(fake.client)} />
      </Profiler>,
    );
  });
  const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search profiles' });
  const press = (key: string, more = {}) => act(async () => void fireEvent.keyDown(search(), { key, ...more }));
  const selected = () => screen.getByRole('option', { selected: true });
  return { ...fake, search, press, selected, commits: () => commits };
}

/** What a screen reader says of a row. */
const nameOf = (option: HTMLElement | undefined) => option?.getAttribute('aria-label');

it('opens with focus in the search box, which points at the selected option', async () => {
  const { search, selected } = await open();
  expect(document.activeElement).toBe(search());
  expect(nameOf(selected())).toMatch(/^alpha,/);
  expect(search().getAttribute('aria-activedescendant')).toBe(selected().id);
});

it('walks, switches, opens the console and pins by keys alone', async () => {
  const { press, selected, askedFor } = await open();
  await press('ArrowDown');
  expect(nameOf(selected())).toMatch(/^beta,/);
  await press('Enter');
  expect(askedFor('switchProfile')).toEqual([{ profile: 'beta' }]);
  await press('Enter', { ctrlKey: true });
  expect(askedFor('openConsole')).toEqual([{ profile: 'beta' }]);
  await press('p', { ctrlKey: true });
  expect(askedFor('pinProfile')).toEqual([{ profile: 'beta', pinned: true }]);
  await press('End');
  expect(nameOf(selected())).toMatch(/^gamma,/);
});

it('copies, opens a terminal and shows details by keys alone', async () => {
  const { press, search, askedFor } = await open();
  await press('c', { ctrlKey: true });
  expect(askedFor('copyEnvironment')).toEqual([{ profile: 'alpha', shell: undefined }]);
  const notice = () => document.querySelector('.footer-notice')?.textContent;
  expect(notice()).toBe('Environment of alpha copied');
  await press('ArrowDown');
  expect(notice()).toBeUndefined();
  await press('t', { ctrlKey: true });
  expect(askedFor('openTerminal')).toEqual([{ profile: 'beta' }]);
  await press('i', { ctrlKey: true });
  expect(askedFor('showSettings')).toEqual([{ section: 'profiles', profile: 'beta' }]);
  await act(async () => void fireEvent.change(search(), { target: { value: 'beta' } }));
  search().setSelectionRange(0, 4);
  await press('c', { ctrlKey: true });
  expect(askedFor('copyEnvironment'), 'text that is marked is what is copied').toHaveLength(1);
});

it('copies credentials by a choice of its own, and is told nothing but for how long', async () => {
  const { press, askedFor } = await open(aCatalog(rows), noSessions, {
    copyCredentials: () => good({ clearedAfterMs: 60_000 }),
  });
  await press('C', { ctrlKey: true, shiftKey: true });
  expect(screen.getByText(/export AWS_PROFILE=alpha/)).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'fish' })));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy credentials' })));
  expect(askedFor('copyCredentials')).toEqual([{ profile: 'alpha', shell: 'fish' }]);
  expect(screen.getByText('In the clipboard for 60 seconds.')).toBeTruthy();
});

it('lists all that can be done with a row, with the key of each', async () => {
  const { press, askedFor, selected, search } = await open();
  await press('F10', { shiftKey: true });
  const menu = screen.getByRole('menu', { name: 'Actions for alpha' });
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Switch',
    'Open consoleCtrl',
    'Service and region…CtrlShift',
    'Copy environmentCtrlC',
    'Shell and credentials…CtrlShiftC',
    'Open terminalCtrlT',
    'PinCtrlP',
    'DetailsCtrlI',
    'Adopt…',
  ]);
  await act(async () => fireEvent.click(within(menu).getByRole('menuitem', { name: /Open terminal/ })));
  expect(askedFor('openTerminal')).toEqual([{ profile: 'alpha' }]);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(search());
  await act(async () => fireEvent.contextMenu(screen.getByRole('option', { name: /^beta/ }), { clientY: 80 }));
  expect(nameOf(selected())).toMatch(/^beta,/);
  expect(screen.getByRole('menu', { name: 'Actions for beta' })).toBeTruthy();
});

it('leaves Ctrl+Backspace to the text unless there is something to sign out of', async () => {
  const { search, askedFor, emit } = await open();
  const event = () => fireEvent.keyDown(search(), { key: 'Backspace', ctrlKey: true });
  expect(event()).toBe(true);
  act(() => emit('sessionsChanged', { activeProfile: 'alpha', byProfile: { alpha: anActive(Date.now(), 600_000) } }));
  expect(event()).toBe(false);
  expect(askedFor('signOut')).toEqual([{ profile: 'alpha' }]);
});

it('finds by account and says when nothing matches', async () => {
  const { search } = await open();
  const type = (value: string) => act(async () => void fireEvent.change(search(), { target: { value } }));
  await type('111122223333');
  expect(screen.getAllByRole('option').map(nameOf)).toEqual([expect.stringMatching(/^beta/)]);
  await type('zzzz');
  expect(screen.queryByRole('option')).toBeNull();
  expect(screen.getByText('Nothing matches “zzzz”')).toBeTruthy();
});

it('holds no button inside an option: the selected row has a toolbar beside the list', async () => {
  const { askedFor } = await open();
  for (const option of screen.getAllByRole('option')) expect(within(option).queryByRole('button')).toBeNull();
  const toolbar = screen.getByRole('toolbar', { name: 'Actions for alpha' });
  expect(screen.getByRole('listbox').contains(toolbar)).toBe(false);
  await act(async () => fireEvent.click(within(toolbar).getByRole('button', { name: 'Open console' })));
  expect(askedFor('openConsole')).toEqual([{ profile: 'alpha' }]);
});

it('shows the active role with its time, and signs out of it', async () => {
  const { askedFor } = await open(aCatalog(rows), {
    activeProfile: 'beta',
    byProfile: { beta: anActive(Date.now(), 42 * 60_000) },
  });
  const header = screen.getByRole('region', { name: 'Active role' });
  expect(within(header).getByRole('heading').textContent).toBe('beta');
  expect(header.textContent).toMatch(/4[12]:\d\d left/);
  await act(async () => fireEvent.click(within(header).getByRole('button', { name: 'Sign out' })));
  expect(askedFor('signOut')).toEqual([{ profile: 'beta' }]);
});

it('shows what is wrong in the row, and what to do about the selected one below the list', async () => {
  const { press } = await open(aCatalog([...rows, brokenRow]), {
    activeProfile: null,
    byProfile: { gamma: { state: 'failed', failure: notAuthorized, failedAt: 1 } },
  });
  expect(screen.getByRole('option', { name: /^gamma/ }).textContent).toContain(notAuthorized.message);
  expect(screen.getByRole('option', { name: /^legacy/ }).textContent).toContain(brokenRow.failure?.message);
  expect(screen.queryByText(notAuthorized.remedy)).toBeNull();
  await press('ArrowDown');
  await press('ArrowDown');
  expect(screen.getByText(notAuthorized.remedy)).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Try again' })).not.toHaveLength(0);
});

it('shows the exact change before it writes, and writes only then', async () => {
  const edited = () =>
    good({ path: '/home/a/.aws/config', diff: '@@ -1 +1,2 @@\n [default]\n+credential_process = x\n' });
  const { askedFor } = await open(aCatalog(rows, { defaultHandedOver: false }), noSessions, {
    previewFileEdit: edited,
    applyFileEdit: edited,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
  await act(async () => fireEvent.click(screen.getByRole('menuitem', { name: /^Hand \[default\]/ })));
  expect(screen.getByText('credential_process = x')).toBeTruthy();
  expect(askedFor('applyFileEdit')).toHaveLength(0);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Hand over' })));
  expect(askedFor('applyFileEdit')).toEqual([{ edit: { kind: 'hand-over-default' } }]);
  expect(screen.getByText(/now follow the active role/)).toBeTruthy();
});

it('closes the menu by Escape and gives focus back', async () => {
  const { press, search } = await open();
  await press('k', { ctrlKey: true });
  const first = screen.getAllByRole('menuitem')[0] as HTMLElement;
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first, { key: 'Escape' });
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(search());
});

it('comes up in the order of the newest use, also the first time after it was made unseen', async () => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  try {
    const { emitCatalog, selected } = await open();
    expect(nameOf(selected())).toMatch(/^alpha,/);
    await act(async () => emitCatalog(aCatalog([...rows.slice(0, 2), aRow('gamma', { lastUsedAt: 1 })])));
    expect(nameOf(screen.getAllByRole('option')[0])).toMatch(/^gamma,/);
  } finally {
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
  }
});

it('says in the header what the row says, from the first moment on', async () => {
  const { emit } = await open(aCatalog([aRow('alpha', { accountId: '111122223333' })]));
  // What is asked for now is not answered yet.
  act(() => emit('sessionsChanged', { activeProfile: 'alpha', byProfile: { alpha: anActive(Date.now(), 3_600_000) } }));
  expect(within(screen.getByRole('region', { name: 'Active role' })).getByText(/111122223333/)).toBeTruthy();
});

it('comes up at its top, wherever it was left', async () => {
  const used = [aRow('alpha', { lastUsedAt: 2 }), aRow('beta', { lastUsedAt: 1 })];
  const sessions = { activeProfile: 'alpha', byProfile: { alpha: anActive(Date.now(), 3_600_000) } };
  const { press, selected } = await open(aCatalog([...used, ...manyRows(100)]), sessions);
  const list = document.querySelector('.list') as HTMLElement;
  await press('End');
  expect(list.scrollTop).toBeGreaterThan(1000);
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  try {
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    expect(nameOf(selected())).toMatch(/^beta,/);
    expect(list.scrollTop).toBe(0);
  } finally {
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
  }
});

it('folds the group of a row by one arrow key, and opens it by the other or Enter', async () => {
  const two = [aRow('alpha', { accountId: '111122223333' }), aRow('beta', { accountId: '444455556666' })];
  const { press, selected, search, askedFor } = await open(aCatalog(two));
  await press('k', { ctrlKey: true });
  await act(async () => fireEvent.click(screen.getByRole('menuitemradio', { name: 'Group by account' })));
  expect(nameOf(selected())).toMatch(/^alpha,/);
  await press('ArrowLeft');
  expect(nameOf(selected())).toMatch(/^111122223333, 1 profile, collapsed/);
  expect(search().getAttribute('aria-activedescendant')).toBe(selected().id);
  await press('Enter');
  expect(nameOf(selected())).toMatch(/^alpha,/);
  expect(askedFor('switchProfile'), 'Enter opens the group, and no more').toEqual([]);
  await act(async () => void fireEvent.change(search(), { target: { value: 'alpha' } }));
  await press('ArrowLeft');
  expect(askedFor('foldGroup'), 'with text the key moves the caret').toHaveLength(2);
});

it('says what to do when there are no profiles', async () => {
  const { askedFor } = await open(aCatalog([]));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Add access key' })));
  expect(askedFor('showAccessKeyWindow')).toHaveLength(1);
});

it('renders a few rows of thousands', async () => {
  await open(aCatalog(manyRows(12_000)));
  const options = screen.getAllByRole('option');
  expect(options.length).toBeLessThan(40);
  expect(options[0]?.getAttribute('aria-setsize')).toBe('12000');
});

it('says that the clock is off, and stops when it is right', async () => {
  const { emit } = await open(undefined, undefined, { clockSkew: () => good({ skew: { aheadMs: -420_000 } }) });
  expect(screen.getByText('This computer’s clock is 7 minutes fast.')).toBeTruthy();
  await act(async () => emit('clockSkewChanged', { aheadMs: 3 * 3_600_000 }));
  expect(screen.getByText('This computer’s clock is 3 hours slow.')).toBeTruthy();
  await act(async () => emit('clockSkewChanged', null));
  expect(screen.queryByText(/clock is/)).toBeNull();
});

it('shows nothing but the way on while Rolecall is locked', async () => {
  const locked = { locked: true, reason: 'idle', lockedAt: 0 } as const;
  const { emit, askedFor, search } = await open(aCatalog(rows), noSessions, {
    lockState: () => good({ lock: locked }),
  });
  expect(screen.getByRole('heading', { name: 'Rolecall is locked' })).toBeDefined();
  expect(document.body.textContent).not.toContain('alpha');
  const unlock = screen.getByRole('button', { name: 'Unlock' });
  expect(document.activeElement).toBe(unlock);
  await act(async () => void fireEvent.click(unlock));
  expect(askedFor('unlock')).toEqual([{}]);
  act(() => emit('lockChanged', { locked: false }));
  expect(document.activeElement).toBe(search());
});

it('says where nobody is signed in, and Enter begins with that', async () => {
  const session = {
    name: 'corp',
    startUrl: 'https://corp.example/start',
    region: 'eu-central-1',
    legacy: false,
    profiles: 1,
    renews: false,
    wanted: false,
  };
  const sso = [aRow('alpha', { kind: 'identity-center', ssoSession: 'corp' })];
  const { press, selected, askedFor, emit } = await open(aCatalog(sso), noSessions, {
    ssoSessions: () => good({ sessions: [{ ...session, state: 'signed-out' as const }] }),
  });
  expect(selected().textContent).toContain('Needs sign-in');
  await press('Enter');
  expect(askedFor('switchProfile')).toEqual([{ profile: 'alpha' }]);
  act(() => emit('ssoSessionsChanged', [{ ...session, state: 'signed-in', expiresAt: Date.now() + 600_000 }]));
  expect(selected().textContent).not.toContain('Needs sign-in');
  const needed = { kind: 'sign-in-needed', message: 'You are not signed in.', remedy: 'Sign in.' } as const;
  act(() =>
    emit('sessionsChanged', {
      activeProfile: null,
      byProfile: { alpha: { state: 'failed', failure: needed, failedAt: Date.now() } },
    }),
  );
  expect(selected().textContent).toContain('Needs sign-in');
});

it('shows a large list without the locale data, which is 3 MB of memory', async () => {
  const asked = [
    vi.spyOn(Number.prototype, 'toLocaleString'),
    ...(['NumberFormat', 'DateTimeFormat', 'PluralRules', 'Collator'] as const).map((name) => vi.spyOn(Intl, name)),
  ];
  const { search, press } = await open(aCatalog(manyRows(12_000)));
  await act(async () => void fireEvent.change(search(), { target: { value: 'staging' } }));
  await press('ArrowDown');
  expect(document.body.textContent).toMatch(/of 12,000/);
  for (const spy of asked) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

it('fills the rows that are there with what a key finds, in one step', async () => {
  const { search, commits, askedFor } = await open(aCatalog(manyRows(12_000)));
  const type = (value: string) => act(async () => void fireEvent.change(search(), { target: { value } }));
  await type('a');
  const rowsBefore = screen.getAllByRole('option');
  const namesBefore = rowsBefore.map(nameOf);
  const before = { commits: commits(), asked: askedFor('listProfiles').length };
  await type('read');
  const rowsAfter = screen.getAllByRole('option');
  expect(rowsAfter.map(nameOf)).not.toEqual(namesBefore);
  expect(rowsAfter).toHaveLength(rowsBefore.length);
  for (const [at, row] of rowsAfter.entries()) expect(row).toBe(rowsBefore[at]);
  expect(commits() - before.commits).toBe(1);
  // The answer has all that can be seen.
  expect(askedFor('listProfiles')).toHaveLength(before.asked);
});

it('does nothing with a profile that the welcome hides: its keys show the list first', async () => {
  const { press, asked, selected } = await open(aCatalog(rows), noSessions, {
    welcome: () => good({ welcomed: false }),
  });
  expect(document.querySelector('.footer-keys')?.textContent).toMatch(/Show the list$/);
  const before = asked.length;
  await press('Enter', { ctrlKey: true });
  expect(asked.slice(before).map(({ name }) => name)).toEqual(['leaveWelcome']);
  expect(nameOf(selected())).toMatch(/^alpha,/);
});
