import type { Preferences } from '../../electron/core/preferences.ts';

/** As after the first start. */
export const plainPreferences: Preferences = {
  theme: 'system',
  mfaProcess: false,
  keepMfaSessions: false,
  shareSsoTokens: false,
  sessionNameTemplate: 'rolecall-{user}',
  renewalNoticeMinutes: 5,
  lockAfterMinutes: 15,
  lockWithScreen: true,
  shortcut: 'Control+Alt+R',
  groupBy: 'none',
  shell: 'system',
  terminalCommand: '',
  startAtLogin: true,
};
