import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedBrowsers } from './installed.ts';
import { darwinPlaces } from './places-darwin.ts';
import { linuxPlaces } from './places-linux.ts';
import { win32Places } from './places-win32.ts';
import { chromiumProfiles, firefoxProfiles } from './profile-lists.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rolecall-browsers-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(path: string, text = '', mode = 0o644): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text, { mode });
}
const look = () => installedBrowsers({ env: { PATH: join(home, 'bin') }, home, platform: 'linux' });
const localState = (profiles: object) => JSON.stringify({ profile: { info_cache: profiles } });

describe('browsers on Linux', () => {
  it('are found in PATH, with the profiles that they list', async () => {
    write('bin/google-chrome', '', 0o755);
    write('.config/google-chrome/Local State', localState({ Default: { name: 'Ada' }, 'Profile 1': { name: 'Work' } }));
    write('bin/firefox', '', 0o755);
    write('.mozilla/firefox/profiles.ini', '[Profile0]\nName=work\nIsRelative=1\nPath=a.work\n');
    write('bin/brave', '', 0o644);
    expect(await look()).toMatchObject([
      {
        browser: 'chrome',
        program: join(home, 'bin/google-chrome'),
        profiles: [
          { id: 'Default', name: 'Ada' },
          { id: 'Profile 1', name: 'Work', parameters: ['--profile-directory=Profile 1'] },
        ],
      },
      {
        browser: 'firefox',
        profiles: [{ id: 'work', parameters: ['--profile', join(home, '.mozilla/firefox/a.work')] }],
      },
    ]);
  });

  it('that were never used have no profiles, and another way to install it that was used comes first', async () => {
    write('bin/chromium', '', 0o755);
    expect(await look()).toMatchObject([{ browser: 'chromium', program: join(home, 'bin/chromium'), profiles: [] }]);
    write('bin/google-chrome-stable', '', 0o755);
    write('bin/firefox', '', 0o755);
    write('.config/mozilla/firefox/profiles.ini', '[Profile0]\nName=new\nIsRelative=1\nPath=b.new\n');
    expect((await look()).find(({ browser }) => browser === 'firefox')?.profiles).toMatchObject([{ name: 'new' }]);
  });

  it('follow the desktop’s rules where Firefox was new, under the name that Debian gives it, too', async () => {
    write('bin/firefox-esr', '', 0o755);
    write('.config/mozilla/firefox/profiles.ini', '[Profile0]\nName=new\nIsRelative=1\nPath=b.new\n');
    expect(await look()).toMatchObject([{ program: join(home, 'bin/firefox-esr'), profiles: [{ name: 'new' }] }]);
  });
});

describe('lists of profiles', () => {
  it.each(['', '{', '[]', '{"profile":{}}', '{"profile":{"info_cache":[]}}'])('that are something else: %j', (text) => {
    expect(chromiumProfiles(text)).toEqual([]);
    expect(firefoxProfiles(text, '/h')).toEqual([]);
  });

  it('of Chromium that would lead out of their folder are left out, and names that steer are not shown', () => {
    const profiles = { '../evil': { name: 'x' }, 'a\nb': { name: 'x' }, 'Profile 2': { name: 'a\u202eb' } };
    expect(chromiumProfiles(localState(profiles))).toMatchObject([{ id: 'Profile 2', name: 'Profile 2' }]);
  });

  it('of Firefox: absolute and relative folders, and the install sections beside them', () => {
    const ini = `[Install4F96D1932A9F858E]
Default=a.default
Locked=1

[Profile1]
Name=--evil
IsRelative=0
Path=/srv/profile

[Profile0]\r
Name=default\r
IsRelative=1\r
Path=Profiles/a.default\r

[General]
StartWithLastProfile=1
`;
    expect(firefoxProfiles(ini, '/h/ff')).toEqual([
      { id: '--evil', name: '--evil', parameters: ['--profile', '/srv/profile'] },
      { id: 'default', name: 'default', parameters: ['--profile', '/h/ff/Profiles/a.default'] },
    ]);
  });
});

it('each system has a place for each browser', () => {
  const env = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\L', APPDATA: 'C:\\R' };
  for (const places of [linuxPlaces, darwinPlaces, win32Places]) {
    const found = new Set(places({ env, home: '/h' }).map(({ browser }) => browser));
    expect([...found].sort()).toEqual(['brave', 'chrome', 'chromium', 'edge', 'firefox', 'vivaldi']);
  }
  expect(win32Places({ env, home: 'C:\\h' })).toContainEqual({
    browser: 'edge',
    program: 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    data: 'C:\\L\\Microsoft\\Edge\\User Data',
  });
});
