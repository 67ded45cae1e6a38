import { describe, expect, it } from 'vitest';
import { placesEnv, placesOf } from './places.ts';

const linux = (env: Record<string, string>) => placesOf({ env, platform: 'linux', home: '/home/ada' });

describe('placesOf', () => {
  it('follows the XDG folders', () => {
    expect(linux({ XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d', XDG_RUNTIME_DIR: '/run/user/5' })).toEqual({
      settings: '/c/rolecall/settings.json',
      data: '/d/rolecall',
      run: '/run/user/5/rolecall',
      socket: '/run/user/5/rolecall/rolecall.sock',
      launcher: '/d/rolecall/bin/rolecall',
      launchRecord: '/d/rolecall/launch.json',
      organisations: '/d/rolecall/organisations',
      audit: '/d/rolecall/audit',
      chromium: '/d/rolecall/electron',
    });
  });

  it('falls back to the home folder, and ignores relative paths', () => {
    for (const env of [
      {} as Record<string, string>,
      { XDG_DATA_HOME: 'x', XDG_RUNTIME_DIR: './y', XDG_CONFIG_HOME: '' },
    ]) {
      expect(linux(env)).toMatchObject({
        settings: '/home/ada/.config/rolecall/settings.json',
        data: '/home/ada/.local/share/rolecall',
        socket: '/home/ada/.local/share/rolecall/run/rolecall.sock',
      });
    }
  });

  it('moves everything with ROLECALL_DATA_DIR', () => {
    const places = linux({ ROLECALL_DATA_DIR: '/tmp/r', XDG_DATA_HOME: '/d', XDG_RUNTIME_DIR: '/run/user/5' });
    expect(Object.values(places).every((place) => place.startsWith('/tmp/r'))).toBe(true);
    expect(places).toMatchObject({
      settings: '/tmp/r/settings.json',
      socket: '/tmp/r/run/rolecall.sock',
      launcher: '/tmp/r/bin/rolecall',
      chromium: '/tmp/r/electron',
    });
  });

  it('knows macOS and Windows', () => {
    const mac = placesOf({ env: {}, platform: 'darwin', home: '/Users/ada' });
    expect(mac.socket).toBe('/Users/ada/Library/Application Support/Rolecall/run/rolecall.sock');
    const windows = placesOf({ env: { APPDATA: 'C:\\R', LOCALAPPDATA: 'C:\\L' }, platform: 'win32', home: 'C:\\U' });
    expect(windows.settings).toBe('C:\\R\\Rolecall\\settings.json');
    expect(windows.socket).toMatch(/^\\\\\.\\pipe\\rolecall-[0-9a-f]{16}$/);
  });
});

it('names the variables that lead to the same places again', () => {
  expect(placesEnv({ ROLECALL_DATA_DIR: '/r', XDG_DATA_HOME: '/d' })).toEqual({ ROLECALL_DATA_DIR: '/r' });
  expect(placesEnv({ XDG_DATA_HOME: '/d', HOME: '/h' })).toEqual({ XDG_DATA_HOME: '/d' });
});
