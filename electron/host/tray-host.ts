import { type AskSessionBus, askSessionBus } from './session-bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

/**
 * Whether someone shows tray icons. Elsewhere than on Linux always; there, what
 * Chromium itself asks before it registers an icon: does the session bus have a
 * StatusNotifierWatcher with a host? GNOME without an extension has none.
 * @see https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/
 */
export async function findTrayHost(platform: NodeJS.Platform, ask: AskSessionBus = askSessionBus): Promise<boolean> {
  if (platform !== 'linux') return true;
  const answer = await ask({
    to: watcher,
    object: '/StatusNotifierWatcher',
    interface: 'org.freedesktop.DBus.Properties',
    method: 'Get',
    args: [watcher, 'IsStatusNotifierHostRegistered'],
  });
  return answer.is === 'answer' && /\btrue\b/.test(answer.text);
}
