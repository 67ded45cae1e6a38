import type { CatalogStore } from '../catalog.ts';
import type { CallInput, CallOutput } from '../contract.ts';
import { failure } from '../failure.ts';
import { plainName } from '../plain-name.ts';
import type { Browser, SettingsStore } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { BrowserChoice } from './browser-choice.ts';

/**
 * Which browser opens the consoles of a profile: its own choice, else that of its account, else the default one. A
 * browser profile of its own for each account keeps two accounts open side by side.
 */
export function createBrowserChoices(parts: {
  readonly browser: Browser;
  readonly settings: SettingsStore;
  readonly catalog: CatalogStore;
}) {
  const { browser, settings, catalog } = parts;
  function accountOf(profile: string): string | undefined {
    const row = catalog.row(profile);
    return row.ok ? row.value.accountId : undefined;
  }

  function chosenFor(profile: string): { chosen?: BrowserChoice; byAccount?: boolean } {
    const { browsers, accountBrowsers } = settings.get();
    const own = Object.hasOwn(browsers, profile) ? browsers[profile] : undefined;
    if (own !== undefined) return own === 'default' ? {} : { chosen: own };
    const account = accountOf(profile);
    const chosen = account === undefined ? undefined : accountBrowsers[account];
    return chosen ? { chosen, byAccount: true } : {};
  }

  /** What is mistyped would be found out when a console is wanted. */
  async function isHere(choice: BrowserChoice): Promise<boolean> {
    const found = (await browser.installed()).find((each) => each.browser === choice.browser);
    return (
      found !== undefined && (choice.profile === undefined || found.profiles.some(({ id }) => id === choice.profile))
    );
  }

  return {
    /** For this opening. */
    choiceFor({ profile, browser: asked }: CallInput<'openConsole'>): BrowserChoice | undefined {
      if (asked !== undefined) return asked === 'default' ? undefined : asked;
      return chosenFor(profile).chosen;
    },

    async list({ profile }: CallInput<'browsers'>): Promise<Result<CallOutput<'browsers'>>> {
      const installed = [...(await browser.installed())];
      return ok({ installed, ...(profile !== undefined && chosenFor(profile)) });
    },

    async choose({ profile, choice, forAccount = false }: CallInput<'chooseBrowser'>): Promise<Result<object>> {
      const row = catalog.row(profile);
      if (!row.ok) return row;
      const account = row.value.accountId;
      if (forAccount && account === undefined) return failed(noAccount(profile));
      if (choice && !(await isHere(choice))) return failed(notHere(choice));
      const saved = await settings.update((all) => {
        const { [profile]: _own, ...browsers } = all.browsers;
        if (!forAccount || account === undefined)
          return { ...all, browsers: { ...browsers, [profile]: choice ?? 'default' } };
        const { [account]: _theirs, ...others } = all.accountBrowsers;
        return { ...all, browsers, accountBrowsers: choice ? { ...others, [account]: choice } : others };
      });
      return saved.ok ? ok({}) : saved;
    },
  };
}

function notHere({ browser, profile }: BrowserChoice) {
  const what = profile === undefined ? browser : `${browser}:${plainName(profile)}`;
  return failure('not-there', `${what} is not on this computer.`, 'See which there are: rolecall browser');
}

function noAccount(profile: string) {
  return failure('not-supported', `The files do not say which account "${profile}" leads to.`, 'Choose for it alone.', {
    profile,
  });
}
