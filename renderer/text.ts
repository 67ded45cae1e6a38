import { accessKeysText } from './text/access-keys.ts';
import { auditText } from './text/audit.ts';
import { browserText } from './text/browser.ts';
import { clockText } from './text/clock.ts';
import { consoleText } from './text/console.ts';
import { diagnosisText } from './text/diagnosis.ts';
import { environmentText } from './text/environment.ts';
import { filesText } from './text/files.ts';
import { groupingText } from './text/grouping.ts';
import { identityCenterText } from './text/identity-center.ts';
import { listText } from './text/list.ts';
import { lockText } from './text/lock.ts';
import { looksText } from './text/looks.ts';
import { mfaText } from './text/mfa.ts';
import { mfaDeviceText } from './text/mfa-device.ts';
import { profileDetailsText } from './text/profile-details.ts';
import { sessionsText } from './text/sessions.ts';
import { settingsText } from './text/settings.ts';
import { shortcutsText } from './text/shortcuts.ts';
import { welcomeText } from './text/welcome.ts';

/** All language of the interface, one file per area in `text/` (durations are worded in `model/time-left.ts`). Failures bring their own words from the main process. */
export const text = {
  title: { popover: 'Rolecall' },

  ...listText,
  ...auditText,
  ...clockText,
  ...browserText,
  ...consoleText,
  ...filesText,
  ...diagnosisText,
  ...environmentText,
  ...groupingText,
  ...accessKeysText,
  ...identityCenterText,
  ...looksText,
  ...mfaText,
  ...mfaDeviceText,
  ...lockText,
  ...profileDetailsText,
  ...sessionsText,
  ...settingsText,
  ...shortcutsText,
  ...welcomeText,
} as const;
