import type { SettingsStore } from '../ports.ts';
import type { Tokens } from './tokens.ts';

/** Notes in the settings where somebody is signed in and until when: no token, and enough for the list. */
export function createSessionIndex({
  tokens,
  settings,
  onNoted,
}: {
  readonly tokens: Tokens;
  readonly settings: SettingsStore;
  /** The list is another one now: whoever shows it must look again. */
  readonly onNoted: () => void;
}) {
  tokens.onHeld((session, token) => {
    const { name, startUrl, region } = session;
    const renews = token !== undefined && tokens.canRenew(session);
    const entry = token && { startUrl, region, expiresAt: token.expiresAt, renews };
    const { ssoSessions } = settings.get();
    const known = Object.hasOwn(ssoSessions, name) ? ssoSessions[name] : undefined;
    if (JSON.stringify(known) === JSON.stringify(entry)) return;
    // A list that is not kept is worth no message: the next look-up says what is true.
    void settings
      .update((all) => {
        const { [name]: _, ...others } = all.ssoSessions;
        return { ...all, ssoSessions: entry ? { ...others, [name]: entry } : others };
      })
      .then(onNoted);
  });
}
