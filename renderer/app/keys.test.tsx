// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, createFakeClient, good } from '../fakes/fake-client.ts';
import { plainPreferences } from '../fakes/preferences.ts';
import { aCatalog, anActive, aRow, noSessions } from '../fakes/profiles.ts';
import {
  type Chord,
  keyTables,
  type ListKey,
  listKeys,
  type pickKeys,
  type promptKeys,
  type RowKey,
  rowKeys,
  type settingsKeys,
} from '../model/keys.ts';
import { createSettingsStore } from '../settings-store.ts';
import { createPopoverStore } from '../store.ts';
import { AccessKeyApp } from './access-key-app.tsx';
import { MfaApp } from './mfa-app.tsx';
import { MfaDeviceApp } from './mfa-device-app.tsx';
import { PopoverApp } from './popover-app.tsx';
import { SettingsApp } from './settings-app.tsx';

/*
 * Whatever the page of shortcuts says is pressed here, in the window that it says it of.
 * A key without a test is a type error, since each record has all keys of its table.
 */

beforeEach(() => {
  // The virtual list asks for sizes, which a page without layout does not have.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 100 });
});
afterEach(cleanup);

/** Presses keys where the focus is. Enter sends the form of a field, as browsers do, unless somebody took it. */
async function press({ key, command, shift }: Chord): Promise<void> {
  await act(async () => {
    const focused = document.activeElement ?? document.body;
    const held = { ctrlKey: Boolean(command), shiftKey: Boolean(shift) };
    const untaken = fireEvent.keyDown(focused, { key, code: key, ...held });
    if (untaken && key === 'Enter' && focused instanceof HTMLInputElement) focused.form?.requestSubmit();
  });
}

async function show(answers: Answers, app: (client: never) => ReactElement) {
  const fake = createFakeClient(answers);
  await act(async () => void render(app(fake.client)));
  return fake;
}

type Fake = Awaited<ReturnType<typeof show>>;
type Check<More = object> = (world: { readonly again: () => Promise<void> } & Fake & More) => void | Promise<void>;

/** What is true after the key was pressed; `before` is what has to be so for it to mean that. */
interface Case {
  readonly before?: (fake: Fake) => void | Promise<void>;
  readonly after: Check;
}

/** Each key of a table, by each of its chords. */
function eachKey<A extends string>(
  keys: Readonly<Record<A, readonly Chord[]>>,
  cases: Readonly<Record<A, Case>>,
  open: () => Promise<Fake>,
): void {
  const all = (Object.keys(keys) as A[]).flatMap((name) =>
    keys[name].map((chord) => ({ name, chord, ...cases[name] })),
  );
  it.each(all)('$name: $chord.key', async ({ chord, before, after }) => {
    const fake = await open();
    await before?.(fake);
    await press(chord);
    await after({ ...fake, again: () => press(chord) });
  });
}

const names = Array.from({ length: 20 }, (_, at) => `profile-${String(at).padStart(2, '0')}`);
const catalog = aCatalog(
  names.map((name) => aRow(name, { accountId: name < 'profile-10' ? '111122223333' : '444455556666' })),
);
const region = { code: 'eu-west-1', name: 'Europe (Ireland)', favourite: false, named: false };
/** What is selected, by the first of its words. */
const selected = () => document.querySelector('[role="option"][aria-selected="true"]')?.getAttribute('aria-label');
const choices = { recentServices: [], favouriteServices: [], regions: [region], last: { service: 'ec2' } };
const openPopover = () =>
  show({ snapshot: () => good({ catalog, sessions: noSessions }), consoleChoices: () => good(choices) }, (client) => (
    <PopoverApp store={createPopoverStore(client)} />
  ));
const group = async () => {
  await press(listKeys.menu[0]);
  await act(async () => fireEvent.click(screen.getByRole('menuitemradio', { name: 'Group by account' })));
};
const profile = names[0] ?? '';

describe('in the list', () => {
  const cases: Readonly<Record<ListKey, Case>> = {
    next: { after: () => expect(selected()).toMatch(/^profile-01,/) },
    previous: { before: () => press(listKeys.last[0]), after: () => expect(selected()).toMatch(/^profile-18,/) },
    'page-down': { after: () => expect(selected()).toMatch(/^profile-07,/) },
    'page-up': { before: () => press(listKeys.last[0]), after: () => expect(selected()).toMatch(/^profile-12,/) },
    first: { before: () => press(listKeys.last[0]), after: () => expect(selected()).toMatch(/^profile-00,/) },
    last: { after: () => expect(selected()).toMatch(/^profile-19,/) },
    collapse: { before: group, after: () => expect(selected()).toMatch(/^111122223333,.* collapsed/) },
    expand: {
      before: async () => {
        await group();
        await press(listKeys.collapse[0]);
      },
      after: () => expect(selected()).toMatch(/^profile-00,/),
    },
    'row-menu': { after: () => expect(screen.getByRole('menu', { name: `Actions for ${profile}` })).toBeTruthy() },
    menu: { after: () => expect(screen.getByRole('menu', { name: 'Menu' })).toBeTruthy() },
    back: {
      before: async () => {
        const search = screen.getByRole('searchbox');
        await act(async () => void fireEvent.change(search, { target: { value: 'profile-1' } }));
        await press(rowKeys.environment[0]);
        await press(listKeys.menu[0]);
      },
      async after({ again, askedFor }) {
        const search = () => screen.getByRole<HTMLInputElement>('searchbox');
        expect(screen.queryByRole('menu')).toBeNull();
        await again();
        expect(search().value).toBe('profile-1');
        await again();
        expect(search().value).toBe('');
        expect(askedFor('closeWindow')).toEqual([]);
        await again();
        expect(askedFor('closeWindow')).toHaveLength(1);
      },
    },
  };
  eachKey(listKeys, cases, openPopover);
});

describe('with the selected profile', () => {
  const asks = (name: Parameters<Fake['askedFor']>[0], input: object): Case => ({
    after: ({ askedFor }) => expect(askedFor(name)).toEqual([input]),
  });
  const cases: Readonly<Record<RowKey, Case>> = {
    switch: asks('switchProfile', { profile }),
    console: asks('openConsole', { profile }),
    'choose-console': { after: () => expect(screen.getByLabelText('Search services')).toBeTruthy() },
    copy: asks('copyEnvironment', { profile, shell: undefined }),
    environment: { after: () => expect(screen.getByRole('button', { name: 'Copy credentials' })).toBeTruthy() },
    terminal: asks('openTerminal', { profile }),
    'sign-out': {
      before: ({ emit }) =>
        act(() => emit('sessionsChanged', { activeProfile: null, byProfile: { [profile]: anActive(0, 1) } })),
      ...asks('signOut', { profile }),
    },
    pin: asks('pinProfile', { profile, pinned: true }),
    details: asks('showSettings', { section: 'profiles', profile }),
  };
  eachKey(rowKeys, cases, openPopover);
});

describe('when choosing a service', () => {
  const open = async () => {
    const fake = await openPopover();
    await press(rowKeys['choose-console'][0]);
    return fake;
  };
  const lines = () => [...document.querySelectorAll('[role="option"]')];
  const at = () => lines().findIndex((line) => line.getAttribute('aria-selected') === 'true');
  const ec2 = () => lines().findIndex((line) => line.textContent?.startsWith('EC2'));
  const cases: Readonly<Record<keyof typeof pickKeys, Case>> = {
    next: { after: () => expect(at()).toBe(ec2() + 1) },
    previous: { after: () => expect(at()).toBe(ec2() - 1) },
    'page-down': { after: () => expect(at()).toBe(ec2() + 7) },
    'page-up': { before: () => press({ key: 'PageDown' }), after: () => expect(at()).toBe(ec2()) },
    take: { after: ({ askedFor }) => expect(askedFor('openConsole')).toMatchObject([{ profile, service: 'ec2' }]) },
    favourite: {
      after: ({ askedFor }) =>
        expect(askedFor('favourConsole')).toEqual([{ kind: 'service', id: 'ec2', favourite: true }]),
    },
    back: { after: () => expect(screen.getByRole('searchbox', { name: 'Search profiles' })).toBeTruthy() },
  };
  eachKey(keyTables.pick, cases, open);

  it('back: from the regions to the services', async () => {
    await open();
    await act(async () => fireEvent.click(screen.getByLabelText(/^Region/)));
    expect(screen.getByLabelText('Search regions')).toBeTruthy();
    await press(keyTables.pick.back[0]);
    expect(screen.getByLabelText('Search services')).toBeTruthy();
  });
});

describe('in windows that ask', () => {
  type Prompts = Readonly<Record<keyof typeof promptKeys, Case>>;
  const question = {
    id: '7',
    profile,
    mfaSerial: 'arn:aws:iam::123456789012:mfa/anna',
    asker: { through: 'tray' as const },
    checking: false,
    waiting: 0,
  };
  /** Also while nothing in the window has the focus. */
  const unfocused = () => (document.activeElement as HTMLElement).blur();
  const closes: Case = { before: unfocused, after: ({ askedFor }) => expect(askedFor('closeWindow')).toHaveLength(1) };

  describe('for a code', () => {
    const cases: Prompts = {
      // Six digits send themselves; fewer are asked for.
      send: { after: () => expect(screen.getByRole('alert').textContent).toContain('six digits') },
      cancel: { before: unfocused, after: ({ askedFor }) => expect(askedFor('cancelQuestion')).toEqual([{ id: '7' }]) },
    };
    const open = () => show({ currentQuestion: () => good({ question }) }, (client) => <MfaApp client={client} />);
    eachKey(keyTables.prompt, cases, open);
  });

  describe('for a key', () => {
    const cases: Prompts = {
      send: { after: () => expect(screen.getByText('Enter the access key ID.')).toBeTruthy() },
      cancel: closes,
    };
    const target = () => good({ profile, profiles: [profile] });
    eachKey(keyTables.prompt, cases, () =>
      show({ accessKeyTarget: target }, (client) => <AccessKeyApp client={client} />),
    );
  });

  describe('for a device', () => {
    const cases: Prompts = {
      send: { after: ({ askedFor }) => expect(askedFor('startMfaEnrolment')).toEqual([{ profile }]) },
      cancel: closes,
    };
    eachKey(keyTables.prompt, cases, () =>
      show(
        { mfaDeviceTarget: () => good({ profiles: [profile] }), startMfaEnrolment: () => new Promise(() => undefined) },
        (client) => <MfaDeviceApp client={client} />,
      ),
    );
  });
});

describe('in the settings', () => {
  const open = () =>
    show(
      {
        snapshot: () => good({ catalog, sessions: noSessions }),
        preferences: () => good(plainPreferences),
        changePreferences: () => good(plainPreferences),
        settingsTarget: () => good({ section: 'general' }),
      },
      (client) => <SettingsApp store={createSettingsStore(client)} />,
    );
  const page = () => screen.getByRole('tab', { selected: true }).textContent;
  const inSidebar = () => screen.getByRole('tab', { selected: true }).focus();
  const cases: Readonly<Record<keyof typeof settingsKeys, Case>> = {
    next: { before: inSidebar, after: () => expect(page()).toBe('About and updates') },
    previous: { before: inSidebar, after: () => expect(page()).toBe('Shortcuts') },
    take: {
      before() {
        const field = screen.getByLabelText('Session name');
        field.focus();
        fireEvent.change(field, { target: { value: '{user}' } });
      },
      after: ({ askedFor }) =>
        expect(askedFor('changePreferences')).toEqual([{ change: { sessionNameTemplate: '{user}' } }]),
    },
    close: { after: ({ askedFor }) => expect(askedFor('closeWindow')).toHaveLength(1) },
  };
  eachKey(keyTables.settings, cases, open);

  it('the page lists every key of every table, in words', async () => {
    await open();
    await act(async () => fireEvent.click(screen.getByRole('tab', { name: 'Shortcuts' })));
    const panel = screen.getByRole('tabpanel');
    const tables: Readonly<Record<string, Readonly<Record<string, readonly Chord[]>>>> = keyTables;
    const count = Object.values(tables).reduce((sum, table) => sum + Object.keys(table).length, 0);
    expect(within(panel).getAllByRole('term')).toHaveLength(count);
    expect(within(panel).getByText('Ctrl+Shift+Enter')).toBeTruthy();
    expect(within(panel).getByText('Shift+F10').closest('dt')?.textContent).toMatch(/Shift\+F10or.*Menu$/);
  });
});
