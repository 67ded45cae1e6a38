import type { ComponentType } from 'react';
import type { SettingsSection } from '../../../electron/core/contract.ts';
import {
  IconDetails,
  IconDevice,
  IconKeys,
  IconLock,
  IconLog,
  IconProfiles,
  IconSettings,
  IconShortcuts,
  IconSignIn,
} from '../../parts/icons.ts';
import { AboutPage } from './about.tsx';
import { AccessKeysPage } from './access-keys.tsx';
import { AuditLogPage } from './audit-log.tsx';
import { GeneralPage } from './general.tsx';
import { IdentityCenterPage } from './identity-center.tsx';
import { LockPage } from './lock.tsx';
import { MfaDevicesPage } from './mfa-devices.tsx';
import { ProfilesPage } from './profile/profiles.tsx';
import { ShortcutsPage } from './shortcuts.tsx';

interface Section {
  readonly icon: typeof IconKeys;
  readonly Page: ComponentType;
}

/** Every page of the settings window, in the order of the sidebar; its words are in `text/settings.ts`. */
export const sections: Readonly<Record<SettingsSection, Section>> = {
  profiles: { icon: IconProfiles, Page: ProfilesPage },
  'access-keys': { icon: IconKeys, Page: AccessKeysPage },
  'mfa-devices': { icon: IconDevice, Page: MfaDevicesPage },
  'identity-center': { icon: IconSignIn, Page: IdentityCenterPage },
  audit: { icon: IconLog, Page: AuditLogPage },
  lock: { icon: IconLock, Page: LockPage },
  shortcuts: { icon: IconShortcuts, Page: ShortcutsPage },
  general: { icon: IconSettings, Page: GeneralPage },
  about: { icon: IconDetails, Page: AboutPage },
};
