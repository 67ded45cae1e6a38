import type { BrowserChoice } from '../../core/console/browser-choice.ts';
import { type Failure, failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import type { Browser } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { shellWord } from '../../core/shell-word.ts';
import { browserNames } from './browser-places.ts';
import type { Installed } from './installed.ts';
import type { OneTimeLinks } from './one-time-link.ts';

/**
 * Opens sign-in and console links in the person's browser, or in the one that
 * was chosen. `isAllowed` is the allow-list: a link that it does not know is
 * refused, and not told. A link that is a secret stands on no command line: the
 * browser gets one that works once.
 */
export function createBrowser(parts: {
  readonly openExternal: (url: string) => Promise<void>;
  readonly isAllowed: (url: string) => boolean;
  readonly oneTimeLinks: OneTimeLinks;
  readonly installed: () => Promise<readonly Installed[]>;
  /** Starts a program with these parameters; `false` when it does not start. */
  readonly start: (program: string, parameters: readonly string[]) => Promise<boolean>;
}): Browser {
  const { openExternal, isAllowed, oneTimeLinks, installed, start } = parts;

  async function openByDefault(url: string): Promise<Result<void>> {
    try {
      await openExternal(url);
      return ok(undefined);
    } catch {
      // The system's message may repeat the link.
      return failed(notStarted('The browser'));
    }
  }

  async function openIn(choice: BrowserChoice, url: string, name: string): Promise<Result<void>> {
    const found = (await installed()).find(({ browser }) => browser === choice.browser);
    if (!found) return failed(gone(browserNames[choice.browser], name));
    const profile = found.profiles.find(({ id }) => id === choice.profile);
    if (choice.profile !== undefined && !profile)
      return failed(gone(`The profile ${plainName(choice.profile)} of ${found.name}`, name));
    const parameters = [...(profile?.parameters ?? []), inContainer(choice, url, name)];
    return (await start(found.program, parameters)) ? ok(undefined) : failed(notStarted(found.name));
  }

  return {
    async open(url, { secret = false, choice, name = '' } = {}) {
      if (!isAllowed(url)) return failed(notAllowed());
      const address = secret ? await oneTimeLinks.offer(url) : ok(url);
      if (!address.ok) return address;
      return choice ? openIn(choice, address.value, name) : openByDefault(address.value);
    },
    takeBack: oneTimeLinks.takeBack,
    async installed() {
      return (await installed()).map(({ browser, name, profiles }) => ({
        browser,
        name,
        profiles: profiles.map(({ id, name }) => ({ id, name })),
      }));
    },
  };
}

/** What the extension takes: the container's name and the link, each encoded. */
function inContainer({ browser, container }: BrowserChoice, url: string, name: string): string {
  if (browser !== 'firefox' || container === undefined) return url;
  return `${container}:name=${encodeURIComponent(name)}&url=${encodeURIComponent(url)}`;
}

function notAllowed(): Failure {
  return failure(
    'bad-input',
    'This is not a link of the AWS console, so it was not opened.',
    'Report it: Rolecall should not have made it.',
  );
}

function notStarted(name: string): Failure {
  return failure(
    'internal',
    `${name} could not be started.`,
    'Set a default browser, or copy the link: rolecall console PROFILE --print',
  );
}

function gone(what: string, profile: string): Failure {
  return failure(
    'not-there',
    `${what} is not on this computer any more, so the console was not opened.`,
    `Choose another browser, or open it in the default one: rolecall console ${shellWord(profile)} --browser default`,
  );
}
