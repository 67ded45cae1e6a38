import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserId, browserIds } from '../../core/console/browser-choice.ts';
import { findProgram } from '../find-program.ts';
import { type BrowserPlace, type BrowserPlaces, browserNames, type Env } from './browser-places.ts';
import { darwinPlaces } from './places-darwin.ts';
import { linuxPlaces } from './places-linux.ts';
import { win32Places } from './places-win32.ts';
import { type BrowserProfile, chromiumProfiles, firefoxProfiles } from './profile-lists.ts';

/** A browser that is here now. */
export interface Installed {
  readonly browser: BrowserId;
  readonly name: string;
  /** Where its program is. */
  readonly program: string;
  readonly profiles: readonly BrowserProfile[];
}

/** The browsers of this computer with their profiles, read anew each time: people install and remove them. */
export async function installedBrowsers(world: {
  readonly env: Env;
  readonly home: string;
  readonly platform: string;
}): Promise<Installed[]> {
  const { env, platform } = world;
  const places: BrowserPlaces = platform === 'win32' ? win32Places : platform === 'darwin' ? darwinPlaces : linuxPlaces;
  const { isAbsolute, join } = platform === 'win32' ? path.win32 : path.posix;

  const programOf = async ({ program }: BrowserPlace) =>
    isAbsolute(program) ? ((await isThere(program)) ? program : undefined) : findProgram(program, env, platform);

  async function profilesOf({ browser, data }: BrowserPlace): Promise<BrowserProfile[]> {
    const list = join(data, browser === 'firefox' ? 'profiles.ini' : 'Local State');
    const text = await readFile(list, 'utf8').catch(() => '');
    return browser === 'firefox' ? firefoxProfiles(text, data) : chromiumProfiles(text);
  }

  /** Of several ways the same browser is installed the first, and rather one that has been used. */
  async function look(browser: BrowserId, all: readonly BrowserPlace[]): Promise<Installed | undefined> {
    let unused: Installed | undefined;
    for (const place of all.filter((each) => each.browser === browser)) {
      const program = await programOf(place);
      if (program === undefined) continue;
      const found = { browser, name: browserNames[browser], program, profiles: await profilesOf(place) };
      if (found.profiles.length > 0) return found;
      unused ??= found;
    }
    return unused;
  }

  const all = places(world);
  const found = await Promise.all(browserIds.map((browser) => look(browser, all)));
  return found.filter((browser) => browser !== undefined);
}

function isThere(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
