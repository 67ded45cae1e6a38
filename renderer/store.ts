import { createStore } from 'zustand/vanilla';
import type { Client } from '../electron/core/client.ts';
import type {
  Catalog,
  ClockSkew,
  FileEdit,
  ProfileRow,
  Sessions,
  SettingsTarget,
  SsoSessionRow,
} from '../electron/core/contract.ts';
import type { Failure } from '../electron/core/failure.ts';
import type { LockState } from '../electron/core/lock/lock.ts';
import type { Stop } from '../electron/core/ports.ts';
import type { Result } from '../electron/core/result.ts';
import { splitService } from './model/console-query.ts';
import type { ConsoleService } from './model/console-services.ts';
import { type Found, find } from './model/list-items.ts';
import { buildIndex, matchesAsTyped, type SearchIndex } from './model/search.ts';
import { canSignOut } from './model/session-view.ts';
import { text } from './text.ts';

/** What covers the list, if anything does. */
export type Panel =
  | { readonly kind: 'file-edit'; readonly edit: FileEdit }
  | { readonly kind: 'access-keys' }
  | { readonly kind: 'diagnosis'; readonly profile: string }
  /** With a profile: the way of its key into the keychain. */
  | { readonly kind: 'clear-keys'; readonly profile?: string }
  | { readonly kind: 'console'; readonly profile: string }
  | { readonly kind: 'confirm'; readonly profile: string }
  | { readonly kind: 'ticket'; readonly profile: string; readonly confirm?: string | undefined }
  | { readonly kind: 'problems' };

export interface PopoverState {
  readonly status: 'loading' | 'ready' | 'unreadable';
  readonly catalog: Catalog;
  readonly sessions: Sessions;
  /** Identity Center sessions that nobody is signed in to. */
  readonly signedOut: ReadonlySet<string>;
  /** Set while this computer's clock is off by more than a minute. */
  readonly clockSkew: ClockSkew;
  readonly lock: LockState;
  readonly query: string;
  readonly found: Found;
  /** Name of the selected profile. */
  readonly selected: string | null;
  /** The list scrolls to what keys select, and stays put under the mouse. */
  readonly selectedBy: 'keys' | 'pointer';
  readonly panel: Panel | null;
  readonly menuOpen: boolean;
  /** The service at the end of the search text, whose console Ctrl+Enter opens: "prod ec2". */
  readonly service: ConsoleService | null;
  /** The profile whose console link is being fetched. */
  readonly openingConsole: string | null;
  /** The first start: what was found, and the ways on, in place of the list. */
  readonly welcome: boolean;
  /** The last call that failed, unless a row shows it already. */
  readonly failure: Failure | null;
  /** Said to screen readers. */
  readonly announcement: string;
}

/** Which console, and where. */
export interface ConsoleTarget {
  readonly service?: string | undefined;
  readonly region?: string | undefined;
}

export type Move = 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last';

const PAGE_ROWS = 7;
const NO_CATALOG: Catalog = { rows: [], problems: [], defaultHandedOver: false };
const NO_SESSIONS: Sessions = { activeProfile: null, byProfile: {} };

/** The popover's one store: fed by the snapshot and the events, asked by the screens, free of React. */
export function createPopoverStore(client: Client<'popover'>) {
  // Recency as it was when the window was shown: rows must not jump under the hand that just used them.
  let recency: ReadonlyMap<string, number> = new Map();
  let index: SearchIndex = buildIndex([], recency);

  const store = createStore<PopoverState>(() => ({
    status: 'loading',
    catalog: NO_CATALOG,
    sessions: NO_SESSIONS,
    signedOut: new Set(),
    clockSkew: null,
    lock: { locked: false },
    query: '',
    found: find(index, '', recency),
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

  function showRows(query: string, keepSelection: boolean): void {
    // Names come first: a profile that is called "prod ec2" is meant as it is typed.
    const asked = matchesAsTyped(index, query) ? undefined : splitService(query);
    const found = find(index, asked?.rest ?? query, recency);
    const { selected } = get();
    const kept = keepSelection && selected !== null && found.positions.has(selected);
    const service = asked && found.rowItems.length > 0 ? asked.service : null;
    set({
      query,
      service,
      found,
      ...(!kept && { selected: rowAt(found, 0)?.name ?? null, selectedBy: 'keys' as const }),
    });
  }

  function takeCatalog(catalog: Catalog): void {
    index = buildIndex(catalog.rows, recency);
    set({ catalog, status: 'ready' });
    showRows(get().query, true);
  }

  function freezeRecency(rows: readonly ProfileRow[]): void {
    recency = new Map(rows.flatMap((row) => (row.lastUsedAt === undefined ? [] : [[row.name, row.lastUsedAt]])));
  }

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
    freezeRecency(snapshot.value.catalog.rows);
    set({ sessions: snapshot.value.sessions, failure: null });
    takeCatalog(snapshot.value.catalog);
  }

  /** A failure that the profile's row shows by itself is not said twice, and a cancel is no failure. */
  function settle(result: Result<unknown>, profile?: string): boolean {
    const known = profile !== undefined && get().sessions.byProfile[profile]?.state === 'failed';
    if (result.ok) set({ failure: null });
    else if (!known && result.failure.kind !== 'cancelled') set({ failure: result.failure });
    return result.ok;
  }

  const actions = {
    load,

    /** The window came up again: a fresh search over the newest state. */
    async shown(): Promise<void> {
      set({ panel: null, menuOpen: false, failure: null, announcement: '' });
      freezeRecency(get().catalog.rows);
      index = buildIndex(get().catalog.rows, recency);
      showRows('', false);
    },

    search: (query: string) => showRows(query, false),
    select: (profile: string) => set({ selected: profile, selectedBy: 'pointer' }),

    move(move: Move): void {
      const { found, selected } = get();
      const last = found.rowItems.length - 1;
      const at = (selected === null ? undefined : found.positions.get(selected)) ?? 0;
      const to = {
        next: at + 1,
        previous: at - 1,
        'page-down': at + PAGE_ROWS,
        'page-up': at - PAGE_ROWS,
        first: 0,
        last,
      };
      set({ selected: rowAt(found, Math.min(last, Math.max(0, to[move])))?.name ?? null, selectedBy: 'keys' });
    },

    /** `confirm` is the name of a careful profile as the person typed it, `ticket` what they work on. */
    async switchTo(
      profile: string,
      { confirm, ticket }: { readonly confirm?: string | undefined; readonly ticket?: string | undefined } = {},
    ): Promise<void> {
      const switched = await client.switchProfile({ profile, confirm, ticket });
      if (!switched.ok && switched.failure.kind === 'ticket-needed') {
        set({ panel: { kind: 'ticket', profile, confirm } });
        return;
      }
      if (!switched.ok && switched.failure.kind === 'confirmation-required') {
        set({ panel: { kind: 'confirm', profile } });
        return;
      }
      if (settle(switched, profile)) set({ announcement: text.announce.switched(profile) });
    },

    async openConsole(profile: string, to?: ConsoleTarget): Promise<void> {
      if (get().openingConsole !== null) return;
      set({ openingConsole: profile });
      const opened = await client.openConsole({ profile, ...(to ?? { service: get().service?.path }) });
      set({ openingConsole: null });
      settle(opened, profile);
    },

    /** `true` when the link is in the clipboard. */
    async copyConsoleLink(profile: string, to: ConsoleTarget): Promise<boolean> {
      return settle(await client.copyConsoleLink({ profile, ...to }), profile);
    },

    async togglePin(profile: string): Promise<void> {
      const row = get().catalog.rows.find(({ name }) => name === profile);
      if (row) settle(await client.pinProfile({ profile, pinned: !row.pinned }));
    },

    /** `false` when there is nothing to sign out of. */
    signOut(profile: string): boolean {
      if (!canSignOut(get().sessions.byProfile[profile])) return false;
      client.signOut({ profile }).then((result) => {
        if (settle(result)) set({ announcement: text.announce.signedOut(profile) });
      });
      return true;
    },

    async signOutAll(): Promise<void> {
      if (settle(await client.signOut({}))) set({ announcement: text.announce.signedOutAll });
    },

    async addAccessKey(profile?: string): Promise<void> {
      settle(await client.showAccessKeyWindow({ profile }));
    },

    async openSettings(target: SettingsTarget): Promise<void> {
      settle(await client.showSettings(target));
    },

    async lock(): Promise<void> {
      settle(await client.lock({}));
    },

    async unlock(): Promise<void> {
      settle(await client.unlock({}));
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
      else if (query !== '') showRows('', false);
      else if (welcome) actions.leaveWelcome();
      else await client.closeWindow({});
    },
  };

  /** Takes the events in, until stopped. */
  function follow(): Stop {
    const stops = [
      client.on('catalogChanged', takeCatalog),
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

/** The row at a position of the list, headings not counted. */
export function rowAt(found: Found, position: number): ProfileRow | undefined {
  const item = found.items[found.rowItems[position] ?? -1];
  return item?.kind === 'row' ? item.row : undefined;
}
