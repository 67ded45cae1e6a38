import type { Handlers } from '../dispatch.ts';
import type { SettingsStore } from '../ports.ts';
import { ok } from '../result.ts';
import type { Settings } from '../settings.ts';

/** Whether the first start is over: it was left, or the person has done what it leads to, by whatever way. */
export function welcomeHandlers(settings: SettingsStore): Pick<Handlers, 'welcome' | 'leaveWelcome'> {
  return {
    welcome: async () => ok({ welcomed: settings.get().welcomed || hasBegun(settings.get()) }),

    async leaveWelcome() {
      const saved = await settings.update((all) => ({ ...all, welcomed: true }));
      return saved.ok ? ok({}) : saved;
    },
  };
}

/** After any of these it would say "nothing was changed" of what was, and lead to what is done. */
function hasBegun({ recents, accessKeys, ssoImports }: Settings): boolean {
  return recents.length > 0 || Object.keys(accessKeys).length > 0 || Object.keys(ssoImports).length > 0;
}
