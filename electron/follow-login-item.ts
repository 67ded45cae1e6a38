import type { Failure } from './core/failure.ts';
import type { PreferenceStore } from './core/preference-store.ts';
import { createTurns } from './core/turns.ts';
import { type LoginItem, noLoginItem } from './host/login-item.ts';

/**
 * Start at login, as the person set it here or in the system's own list: who
 * switched it off there finds it off here, and a program that was moved is
 * started from where it is now.
 */
export function followLoginItem(parts: {
  readonly item: LoginItem;
  readonly preferences: PreferenceStore;
  readonly onRefused: (failure: Failure | undefined) => void;
}) {
  const { item, preferences, onRefused } = parts;
  let known = preferences.get().startAtLogin;

  // One after another: a look must not find what is half set.
  const turns = createTurns();

  const bring = (on: boolean) => item.set(on).then(() => undefined, noLoginItem);

  const obey = async (on: boolean) => {
    if (on === known) return;
    known = on;
    onRefused(await bring(on));
  };
  preferences.onChange(({ startAtLogin }) => void turns(() => obey(startAtLogin)));

  return {
    /** Looks at what the system does, and follows it. */
    look: () =>
      turns(async () => {
        const state = await item.state();
        // An entry of another Rolecall is not this one's to change, unless it was meant to be this one's.
        if (state === 'elsewhere') {
          if (known) onRefused(await bring(true));
          return;
        }
        if ((state === 'on') === known) return;
        known = state === 'on';
        onRefused(undefined);
        await preferences.change({ startAtLogin: known });
      }),
  };
}
