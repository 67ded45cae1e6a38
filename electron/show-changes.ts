import { overviewOf } from './core/list/overview.ts';
import type { Rolecall } from './core/rolecall.ts';
import type { Windows } from './shell/windows.ts';

/** Tells the windows and the tray of everything that changes in the domain. */
export function showChanges(parts: {
  readonly rolecall: Rolecall;
  readonly windows: Windows;
  readonly updateTray: () => void;
  readonly audit: { onAppend(listener: () => void): unknown };
}): void {
  const { rolecall, windows, updateTray, audit } = parts;
  audit.onAppend(() => windows.broadcast('auditAppended', {}));
  rolecall.lock.onChange((lock) => {
    windows.broadcast('lockChanged', lock);
    // Neither the picture of a secret nor one half typed stays on screen while nobody is there.
    if (lock.locked) for (const window of ['mfa-device', 'access-key'] as const) windows.close(window);
    updateTray();
  });
  rolecall.catalog.onChange((catalog) => {
    windows.broadcast('listChanged', overviewOf(catalog));
    updateTray();
  });
  rolecall.rotations.onChange((rotations) => windows.broadcast('rotationsChanged', rotations));
  rolecall.states.onChange((sessions) => {
    windows.broadcast('sessionsChanged', sessions);
    updateTray();
  });
  rolecall.readings.onChange((reading) => windows.broadcast('readingChanged', reading));
  rolecall.sso.onChange(async () => windows.broadcast('ssoSessionsChanged', await rolecall.sso.rows.all()));
  rolecall.clockSkew.onChange((skew) => windows.broadcast('clockSkewChanged', skew));
  rolecall.mfa.onChange((question) => {
    windows.updateQuestion(question);
    windows.broadcast('questionChanged', rolecall.questionLook(question));
    updateTray();
  });
  rolecall.preferences.onChange((preferences) => windows.broadcast('preferencesChanged', preferences));
}
