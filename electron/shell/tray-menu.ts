import type { ProfileRow } from '../core/contract.ts';
import { menuName } from './display-text.ts';
import { sessionWords } from './session-words.ts';
import { text } from './text.ts';
import { activeSession, menuRows, openSessions, sessionOf, type TrayState } from './tray-state.ts';

/** What an entry does. */
export type TrayAction =
  | { readonly kind: 'switch'; readonly profile: string }
  | { readonly kind: 'question' }
  | { readonly kind: 'open' }
  | { readonly kind: 'console'; readonly profile: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'sign-out-all' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'quit' };

/** One line of the menu. `separator` lines have neither label nor action. */
export type TrayEntry =
  | { readonly separator: true }
  | { readonly label: string; readonly enabled: boolean; readonly action: TrayAction };

const separator: TrayEntry = { separator: true };

/** The menu as data. Profile entries begin with the profile's name; the active one says so, and its time left. */
export function trayMenu(state: TrayState, now: number): TrayEntry[] {
  if (state.locked) return lockedMenu;
  const active = activeSession(state);
  const profiles = menuRows(state).map((row): TrayEntry => {
    const words = sessionWords(sessionOf(state, row.name), now);
    const notes = [...lookNotes(row), row.name === active?.profile ? text.menu.active : '', words];
    const label = [menuName(row.name), notes.filter((note) => note !== '').join(', ')]
      .filter((part) => part !== '')
      .join(' — ');
    return { label, enabled: true, action: { kind: 'switch', profile: row.name } };
  });
  const sessions = openSessions(state).length;
  const isAsking = Object.values(state.sessions.byProfile).some(({ state: is }) => is === 'requesting');
  return [
    ...(state.questionWaits ? [entry(text.menu.enterCode, { kind: 'question' }), separator] : []),
    ...profiles,
    ...(profiles.length === 0 ? [] : [separator]),
    entry(text.menu.open, { kind: 'open' }),
    entry(text.menu.console, { kind: 'console', profile: active?.profile ?? '' }, active !== undefined),
    entry(text.menu.signOut(sessions), { kind: 'sign-out-all' }, sessions > 0 || isAsking || active !== undefined),
    entry(text.menu.lock, { kind: 'lock' }),
    entry(text.menu.settings, { kind: 'settings' }),
    separator,
    entry(text.menu.quit, { kind: 'quit' }),
  ];
}

/** What the list says with an edge of colour, in words: a menu has none, and nobody may land in production by a slip. */
function lookNotes({ accountName, production, careful }: ProfileRow): string[] {
  return [production ? text.menu.production : '', menuName(accountName ?? ''), careful ? text.menu.careful : ''];
}

function entry(label: string, action: TrayAction, enabled = true): TrayEntry {
  return { label, enabled, action };
}

/** No names and no sessions: there is nothing to choose before it is unlocked. */
const lockedMenu: TrayEntry[] = [
  entry(text.menu.unlock, { kind: 'unlock' }),
  separator,
  entry(text.menu.quit, { kind: 'quit' }),
];
