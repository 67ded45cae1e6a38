import { accessKeyScenes } from './access-key-scenes.tsx';
import { auditScenes } from './audit-scenes.ts';
import { consoleScenes } from './console-scenes.ts';
import { identityCenterScenes } from './identity-center-scenes.tsx';
import { listScenes } from './list-scenes.ts';
import { mfaDeviceScenes } from './mfa-device-scenes.tsx';
import { mfaScenes } from './mfa-scenes.tsx';
import { panelScenes } from './panel-scenes.ts';
import { profileScenes } from './profile-scenes.ts';
import type { Scenes } from './scene.ts';
import { sessionScenes } from './session-scenes.ts';
import { settingsScenes } from './settings-scenes.ts';

/** Every state that can be seen, by name: one file per area, each with a function of this moment. */
export function scenes(now: number): Scenes {
  return {
    ...sessionScenes(now),
    ...listScenes(now),
    ...consoleScenes(now),
    ...panelScenes(now),
    ...mfaScenes(now),
    ...accessKeyScenes(now),
    ...profileScenes(now),
    ...auditScenes(now),
    ...settingsScenes(now),
    ...mfaDeviceScenes(),
    ...identityCenterScenes(now),
  };
}
