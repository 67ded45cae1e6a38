import type { BrowserChoice, InstalledBrowser } from '../../electron/core/console/browser-choice.ts';
import { text } from '../text.ts';

/** One line of the choice of browsers: the default one, a browser, or one of its profiles. */
export interface BrowserOption {
  readonly value: string;
  readonly label: string;
  readonly choice: BrowserChoice | null;
}

const words = text.browser;

/** What can be chosen. What was chosen and is gone stays in sight. */
export function browserOptions(
  installed: readonly InstalledBrowser[],
  chosen: BrowserChoice | undefined,
): readonly BrowserOption[] {
  const options: BrowserOption[] = [{ value: '', label: words.default, choice: null }];
  for (const { browser, name, profiles } of installed) {
    if (profiles.length === 0) options.push({ value: optionValue({ browser }), label: name, choice: { browser } });
    for (const profile of profiles) {
      const choice = { browser, profile: profile.id };
      options.push({ value: optionValue(choice), label: words.profile(name, profile.name), choice });
    }
  }
  if (chosen && !options.some(({ value }) => value === optionValue(chosen)))
    options.push({ value: optionValue(chosen), label: labelOf(chosen, installed), choice: chosen });
  return options;
}

function labelOf({ browser, profile }: BrowserChoice, installed: readonly InstalledBrowser[]): string {
  const found = installed.find((each) => each.browser === browser);
  // A browser as a whole is no line of its own once it lists profiles, and can be chosen all the same.
  if (found && profile === undefined) return found.name;
  return words.gone(profile === undefined ? browser : words.profile(browser, profile));
}

/** The same for the same browser and profile, in a container or not. */
export function optionValue(choice: Pick<BrowserChoice, 'browser' | 'profile'> | null | undefined): string {
  return choice ? `${choice.browser}:${choice.profile ?? ''}` : '';
}
