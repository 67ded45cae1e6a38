import { posix } from 'node:path';
import type { BrowserPlaces } from './browser-places.ts';

const { join } = posix;

/**
 * Packages of the distribution, then snap and flatpak, each with its own folders.
 * @see https://chromium.googlesource.com/chromium/src/+/HEAD/docs/user_data_dir.md
 * @see https://support.mozilla.org/kb/profiles-where-firefox-stores-user-data
 */
export const linuxPlaces: BrowserPlaces = ({ env, home }) => {
  const config = env.XDG_CONFIG_HOME || join(home, '.config');
  const snap = (name: string, data: string) => ({ program: `/snap/bin/${name}`, data: join(home, 'snap', name, data) });
  const flatpak = (id: string, data: string) => ({
    program: `/var/lib/flatpak/exports/bin/${id}`,
    data: join(home, '.var/app', id, data),
  });
  const mozilla = join(home, '.mozilla/firefox');
  // New installations follow the desktop's rules.
  const newMozilla = join(config, 'mozilla/firefox');
  return [
    { browser: 'chrome', program: 'google-chrome-stable', data: join(config, 'google-chrome') },
    { browser: 'chrome', program: 'google-chrome', data: join(config, 'google-chrome') },
    { browser: 'chrome', ...flatpak('com.google.Chrome', 'config/google-chrome') },
    { browser: 'chromium', ...snap('chromium', 'common/chromium') },
    { browser: 'chromium', program: 'chromium', data: join(config, 'chromium') },
    { browser: 'chromium', program: 'chromium-browser', data: join(config, 'chromium') },
    { browser: 'chromium', ...flatpak('org.chromium.Chromium', 'config/chromium') },
    { browser: 'edge', program: 'microsoft-edge-stable', data: join(config, 'microsoft-edge') },
    { browser: 'edge', program: 'microsoft-edge', data: join(config, 'microsoft-edge') },
    { browser: 'edge', ...flatpak('com.microsoft.Edge', 'config/microsoft-edge') },
    { browser: 'brave', program: 'brave-browser', data: join(config, 'BraveSoftware/Brave-Browser') },
    { browser: 'brave', program: 'brave', data: join(config, 'BraveSoftware/Brave-Browser') },
    { browser: 'brave', ...flatpak('com.brave.Browser', 'config/BraveSoftware/Brave-Browser') },
    { browser: 'vivaldi', program: 'vivaldi-stable', data: join(config, 'vivaldi') },
    { browser: 'vivaldi', program: 'vivaldi', data: join(config, 'vivaldi') },
    { browser: 'firefox', ...snap('firefox', 'common/.mozilla/firefox') },
    { browser: 'firefox', program: 'firefox', data: mozilla },
    { browser: 'firefox', program: 'firefox', data: newMozilla },
    { browser: 'firefox', program: 'firefox-esr', data: mozilla },
    { browser: 'firefox', program: 'firefox-esr', data: newMozilla },
    { browser: 'firefox', ...flatpak('org.mozilla.firefox', '.mozilla/firefox') },
    { browser: 'firefox', ...flatpak('org.mozilla.firefox', 'config/mozilla/firefox') },
  ];
};
