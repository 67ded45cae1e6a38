import { plainName } from '../core/plain-name.ts';
import { sessionWords } from './session-words.ts';
import { activeSession, type TrayState } from './tray-state.ts';

/** What the tray says when the pointer rests on it. */
export function trayTooltip(state: TrayState, now: number): string {
  if (state.locked) return 'Rolecall: locked';
  const active = activeSession(state);
  const role = active
    ? [plainName(active.profile), sessionWords(active.session, now) || 'signed out'].join(', ')
    : 'no active role';
  return state.questionWaits ? `Rolecall: an MFA code is needed (${role})` : `Rolecall: ${role}`;
}
