import { type BrowserChoice, browserIds, type InstalledBrowser } from '../core/console/browser-choice.ts';
import { failure } from '../core/failure.ts';
import { plainName } from '../core/plain-name.ts';
import { failed, ok, type Result } from '../core/result.ts';

/** Reads `default`, `firefox` or `chrome:Profile 1`. */
export function readBrowser(text: string): Result<BrowserChoice | 'default'> {
  if (text === 'default') return ok('default');
  const [id, ...rest] = text.split(':');
  const browser = browserIds.find((known) => known === id);
  const profile = rest.join(':');
  if (!browser)
    return failed(
      failure(
        'bad-input',
        `"${plainName(text)}" is no browser that Rolecall can choose.`,
        `Name one of ${browserIds.join(', ')}, or default; "rolecall browser" lists those that are here.`,
      ),
    );
  return ok({ browser, ...(profile !== '' && { profile }) });
}

/** As it is typed. */
export function browserText({ browser, profile, container }: BrowserChoice): string {
  const name = profile === undefined ? browser : `${browser}:${plainName(profile)}`;
  return container === undefined ? name : `${name}, in a container (${container})`;
}

/** One line for each profile of each browser. */
export function installedLines(installed: readonly InstalledBrowser[]): string[] {
  return installed.flatMap(({ browser, name, profiles }) => {
    if (profiles.length === 0) return [`${browser}  ${name}`];
    return profiles.map(
      (profile) => `${browserText({ browser, profile: profile.id })}  ${name}, ${plainName(profile.name)}`,
    );
  });
}
