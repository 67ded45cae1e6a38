import type { Handlers } from '../dispatch.ts';
import type { SettingsStore } from '../ports.ts';
import { ok } from '../result.ts';

/** Whether the person has seen the first start. */
export function welcomeHandlers(settings: SettingsStore): Pick<Handlers, 'welcome' | 'leaveWelcome'> {
  return {
    welcome: async () => ok({ welcomed: settings.get().welcomed }),

    async leaveWelcome() {
      const saved = await settings.update((all) => ({ ...all, welcomed: true }));
      return saved.ok ? ok({}) : saved;
    },
  };
}
