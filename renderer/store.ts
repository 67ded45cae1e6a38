import { createStore } from 'zustand/vanilla';
import type { Client } from '../electron/core/client.ts';
import type { Catalog, Sessions, SettingsTarget, SsoSessionRow } from '../electron/core/contract.ts';
import type { Stop } from '../electron/core/ports.ts';
import { createConsoleActions } from './store/console.ts';
import { createList, NOTHING_FOUND } from './store/list.ts';
import { createSessionActions } from './store/sessions.ts';
import { createSettle } from './store/settle.ts';
import type { Panel, PopoverState } from './store/state.ts';

const NO_CATALOG: Catalog = { rows: [], problems: [], defaultHandedOver: false };
const NO_SESSIONS: Sessions = { activeProfile: null, byProfile: {} };

/**
 * The popover's one store: fed by the snapshot and the events, asked by the screens, free of React.
 * What it does by area is in `store/`.
 */
export function createPopoverStore(client: Client<'popover'>) {
  const store = createStore<PopoverState>(() => ({
    status: 'loading',
    catalog: NO_CATALOG,
    sessions: NO_SESSIONS,
    signedOut: new Set(),
    clockSkew: null,
    lock: { locked: false },
    query: '',
    found: NOTHING_FOUND,
    selected: null,
    selectedBy: 'keys',
    panel: null,
    menuOpen: false,
    service: null,
    openingConsole: null,
    welcome: false,
    failure: null,
    announcement: '',
  }));
  const { getState: get, setState: set } = store;
  const settle = createSettle(store);
  const list = createList(store);

  function takeSsoSessions(rows: readonly SsoSessionRow[]): void {
    set({ signedOut: new Set(rows.flatMap(({ name, state }) => (state === 'signed-out' ? [name] : []))) });
  }

  async function load(): Promise<void> {
    const [snapshot, clock, lock, welcome, sso] = await Promise.all([
      client.snapshot({}),
      client.clockSkew({}),
      client.lockState({}),
      client.welcome({}),
      client.ssoSessions({}),
    ]);
    if (sso.ok) takeSsoSessions(sso.value.sessions);
    if (clock.ok) set({ clockSkew: clock.value.skew });
    if (welcome.ok) set({ welcome: !welcome.value.welcomed });
    if (lock.ok) set({ lock: lock.value.lock });
    if (!snapshot.ok) {
      // What is on screen already stays: an old list is worth more than none.
      set(
        get().status === 'ready' ? { failure: snapshot.failure } : { status: 'unreadable', failure: snapshot.failure },
      );
      return;
    }
    list.freezeRecency(snapshot.value.catalog.rows);
    set({ sessions: snapshot.value.sessions, failure: null });
    list.takeCatalog(snapshot.value.catalog);
  }

  const actions = {
    ...list.actions,
    ...createSessionActions(client, store, settle),
    ...createConsoleActions(client, store, settle),
    load,

    /** The window came up again. */
    async shown(): Promise<void> {
      set({ panel: null, menuOpen: false, failure: null, announcement: '' });
      list.startAfresh();
    },

    async togglePin(profile: string): Promise<void> {
      const row = get().catalog.rows.find(({ name }) => name === profile);
      if (row) settle(await client.pinProfile({ profile, pinned: !row.pinned }));
    },

    async addAccessKey(profile?: string): Promise<void> {
      settle(await client.showAccessKeyWindow({ profile }));
    },

    async openSettings(target: SettingsTarget): Promise<void> {
      settle(await client.showSettings(target));
    },

    /** Seen once is enough; that it could not be kept would only show it again. */
    leaveWelcome(): void {
      set({ welcome: false });
      void client.leaveWelcome({});
    },

    async quit(): Promise<void> {
      settle(await client.quit({}));
    },

    show: (panel: Panel | null) => set({ panel, menuOpen: false }),
    openMenu: (menuOpen: boolean) => set({ menuOpen }),
    dismiss: () => set({ failure: null }),

    /** One step back: menu, panel, search text, window. */
    async escape(): Promise<void> {
      const { menuOpen, panel, query, welcome } = get();
      if (menuOpen) set({ menuOpen: false });
      else if (panel) set({ panel: null });
      else if (query !== '') list.actions.search('');
      else if (welcome) actions.leaveWelcome();
      else await client.closeWindow({});
    },
  };

  /** Takes the events in, until stopped. */
  function follow(): Stop {
    const stops = [
      client.on('catalogChanged', list.takeCatalog),
      client.on('sessionsChanged', (sessions) => set({ sessions })),
      client.on('ssoSessionsChanged', takeSsoSessions),
      client.on('clockSkewChanged', (clockSkew) => set({ clockSkew })),
      client.on('confirmationWanted', ({ profile }) => set({ panel: { kind: 'confirm', profile }, menuOpen: false })),
      client.on('ticketWanted', ({ profile }) => set({ panel: { kind: 'ticket', profile }, menuOpen: false })),
      // What was begun before it closed is not gone on with after it opens.
      client.on('lockChanged', (lock) => set({ lock, panel: null, menuOpen: false, failure: null })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  return { store, actions, client, follow };
}

export type PopoverStore = ReturnType<typeof createPopoverStore>;
