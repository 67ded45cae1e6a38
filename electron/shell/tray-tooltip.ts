import { timeLeft } from '../core/time-left.ts';
import { shortName } from './display-text.ts';
import { sessionWords } from './session-words.ts';
import { text } from './text.ts';
import { activeRow, activeSession, openSessions, type TrayState } from './tray-state.ts';

/** What the tray says when the pointer rests on it. */
export function trayTooltip(state: TrayState, now: number): string {
  if (state.locked) return text.tooltip.locked;
  const active = activeSession(state);
  const shown = active
    ? [
        shortName(active.profile),
        activeRow(state)?.production ? text.menu.production : '',
        sessionWords(active.session, now) || text.tooltip.signedOut,
      ]
        .filter(Boolean)
        .join(', ')
    : text.tooltip.noActive;
  const others = openSessions(state).filter((name) => name !== active?.profile).length;
  const role = others === 0 ? shown : `${shown}; ${text.tooltip.others(others, active !== undefined)}`;
  return state.questionWaits ? text.tooltip.codeNeeded(role) : text.tooltip.role(role);
}

/** The time left of the active role, short, for beside the icon; empty when there is none. */
export function trayTitle(state: TrayState, now: number): string {
  const session = state.locked ? undefined : activeSession(state)?.session;
  return session?.state === 'active' ? timeLeft(session.expiresAt, now) : '';
}
