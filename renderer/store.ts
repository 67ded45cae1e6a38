import { createStore } from 'zustand/vanilla';
import type { Client } from '../electron/core/client.ts';
import type { Overview, Sessions, SettingsTarget, SsoSessionRow } from '../electron/core/contract.ts';
import type { Stop } from '../electron/core/ports.ts';
import type { Result } from '../electron/core/result.ts';
import { NO_LINES } from './model/list-lines.ts';
import { createConsoleActions } from './store/console.ts';
import { createEnvironmentActions } from './store/environment.ts';
import { createLeaving } from './store/leave.ts';
import { createList } from './store/list.ts';
import { createSessionActions } from './store/sessions.ts';
import { createSettle } from './store/settle.ts';
import type { Panel, PopoverState } from './store/state.ts';

const NO_OVERVIEW: Overview = {
  profiles: 0,
  problems: [],
  defaultHandedOver: false,
  keysInClear: [],
  identityCenter: { sessions: 0, profiles: 0 },
};
const NO_SESSIONS: Sessions = { activeProfile: null, byProfile: {} };

/**
 * The popover's one store: fed by the snapshot and the events, asked by the screens, free of React.
 * What it does by area is in `store/`.
 */
export function createPopoverStore(client: Client<'popover'>) {
  const store = createStore<PopoverState>(() => ({
    status: 'loading',
    overview: NO_OVERVIEW,
    sessions: NO_SESSIONS,
    signedOut: new Set(),
    clockSkew: null,
    lock: { locked: false },
    query: '',
    lines: NO_LINES,
    rows: new Map(),
    selected: null,
    selectedItem: null,
    selectedHeading: null,
    selectedAt: null,
    selectedBy: 'keys',
    visit: 0,
    panel: null,
    menuOpen: false,
    groupBy: 'none',
    rowMenu: null,
    notice: null,
    service: null,
    destination: null,
    openingConsole: null,
    withoutBrowser: null,
    welcome: false,
    failure: null,
    announcement: '',
  }));
  const { getState: get, setState: set } = store;
  const settle = createSettle(store);
  const list = createList(client, store, settle);
  // The list of a hidden window is made ready for the next time.
  let hidden = false;
  const beginLeaving = createLeaving(client, store);

  function takeSsoSessions(rows: readonly SsoSessionRow[]): void {
    set({ signedOut: new Set(rows.flatMap(({ name, state }) => (state === 'signed-out' ? [name] : []))) });
  }

  async function seeWelcome(): Promise<void> {
    const answer = await client.welcome({});
    if (answer.ok) set({ welcome: !answer.value.welcomed });
  }

  async function load(): Promise<void> {
    const [about, clock, lock, sso] = await Promise.all([
      client.overview({}),
      client.clockSkew({}),
      client.lockState({}),
      client.ssoSessions({}),
      seeWelcome(),
    ]);
    if (sso.ok) takeSsoSessions(sso.value.sessions);
    if (clock.ok) set({ clockSkew: clock.value.skew });
    if (lock.ok) set({ lock: lock.value.lock });
    if (!about.ok) {
      // What is on screen already stays: an old list is worth more than none.
      set(get().status === 'ready' ? { failure: about.failure } : { status: 'unreadable', failure: about.failure });
      return;
    }
    set({ sessions: about.value.sessions, overview: about.value.overview, failure: null });
    await list.startAfresh();
    set({ status: 'ready' });
  }

  const actions = {
    ...list.actions,
    ...createSessionActions(client, store, settle, beginLeaving),
    ...createConsoleActions(client, store, settle, beginLeaving),
    ...createEnvironmentActions(client, store, settle, beginLeaving),
    load,

    /** The window is hidden, and made ready for the next time: it comes up as it then is. */
    async hidden(): Promise<void> {
      hidden = true;
      set({ panel: null, menuOpen: false, rowMenu: null, notice: null, failure: null, announcement: '' });
      await list.startAfresh();
      set({ visit: get().visit + 1 });
    },

    shown(): void {
      hidden = false;
      set({ failure: null, announcement: '' });
    },

    /** What Enter and a click mean: the console of what is in the search box, else the role. */
    take(profile: string): Promise<void> {
      return get().destination === null ? actions.switchTo(profile) : actions.openConsole(profile);
    },

    async togglePin(profile: string): Promise<void> {
      const { selectedItem, rows } = get();
      const row = selectedItem?.row.name === profile ? selectedItem.row : rows.get(profile);
      if (row) settle(await client.pinProfile({ profile, pinned: !row.pinned }));
    },

    async addAccessKey(profile?: string): Promise<void> {
      settle(await client.showAccessKeyWindow({ profile }));
    },

    async openSettings(target: SettingsTarget): Promise<void> {
      // Where both fit on the screen they would stand side by side for as long as the settings are open.
      if (settle(await client.showSettings(target))) await client.leaveList({});
    },

    /** Seen once is enough; that it could not be kept would only show it again. */
    leaveWelcome(): void {
      set({ welcome: false });
      void client.leaveWelcome({});
    },

    async quit(): Promise<void> {
      settle(await client.quit({}));
    },

    show: (panel: Panel | null) => set({ panel, menuOpen: false, rowMenu: null }),
    openMenu: (menuOpen: boolean) => set({ menuOpen, rowMenu: null }),
    settled: (result: Result<unknown>) => settle(result),
    dismiss: () => set({ failure: null, withoutBrowser: null }),

    /** One step back: menu, panel, search text, window. */
    async escape(): Promise<void> {
      const { menuOpen, panel, query, welcome } = get();
      if (menuOpen) set({ menuOpen: false });
      else if (panel) set({ panel: null });
      else if (query !== '') await list.actions.search('');
      else if (welcome) actions.leaveWelcome();
      else await client.closeWindow({});
    },
  };

  /** Takes the events in, until stopped. */
  function follow(): Stop {
    const stops = [
      store.subscribe((now, before) => {
        const moved = now.selectedAt !== before.selectedAt || now.query !== before.query || now.failure !== null;
        if (moved && now.notice) set({ notice: null });
        if (now.panel !== before.panel || now.sessions !== before.sessions) void list.fetchSpokenOf();
      }),
      client.on('listChanged', (overview) => {
        set({ overview });
        if (get().welcome) void seeWelcome();
        void (hidden ? list.startAfresh() : list.refresh());
      }),
      client.on('preferencesChanged', ({ groupBy }) => {
        if (groupBy !== get().groupBy) void list.refresh();
      }),
      client.on('sessionsChanged', (sessions) => {
        set({ sessions });
        if (hidden) void list.startAfresh();
      }),
      client.on('ssoSessionsChanged', takeSsoSessions),
      client.on('clockSkewChanged', (clockSkew) => set({ clockSkew })),
      client.on('confirmationWanted', ({ profile, act }) =>
        actions.show({
          kind: 'confirm',
          profile,
          act: act === 'console' ? { kind: 'open-console', target: {} } : { kind: 'switch' },
        }),
      ),
      client.on('ticketWanted', ({ profile }) => actions.show({ kind: 'ticket', profile })),
      // What was begun before it closed is not gone on with after it opens.
      client.on('lockChanged', (lock) =>
        set({ lock, panel: null, menuOpen: false, rowMenu: null, notice: null, failure: null }),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  return { store, actions, client, follow };
}

export type PopoverStore = ReturnType<typeof createPopoverStore>;
