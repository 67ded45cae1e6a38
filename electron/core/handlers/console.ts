import type { CatalogStore } from '../catalog.ts';
import { createBrowserChoices } from '../console/browser-choices.ts';
import type { createConsoleLinks } from '../console/console-link.ts';
import type { FindConsole } from '../console/find-console.ts';
import type { CallInput } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import type { ExplainFailure } from '../explain/explain.ts';
import { failure } from '../failure.ts';
import type { SecretClipboard } from '../lock/secret-clipboard.ts';
import type { Careful } from '../looks/careful.ts';
import type { Browser, Clipboard, ConsoleDestination, SettingsStore } from '../ports.ts';
import type { RecentUses } from '../recent-uses.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Switching } from '../sessions/switching.ts';
import { portalLink } from '../sso/portal-link.ts';

type ConsoleCalls =
  | 'consoleLink'
  | 'openConsole'
  | 'copyConsoleLink'
  | 'consoleChoices'
  | 'findConsole'
  | 'browsers'
  | 'chooseBrowser';

const SERVICES_KEPT = 12;

/** The federated console: its link, the clipboard with it, or the browser on it. */
export function consoleHandlers(parts: {
  readonly switching: Switching;
  readonly consoleLink: ReturnType<typeof createConsoleLinks>;
  readonly browser: Browser;
  readonly clipboard: Clipboard;
  readonly settings: SettingsStore;
  readonly catalog: CatalogStore;
  readonly uses: RecentUses;
  readonly explain: ExplainFailure;
  readonly findConsole: FindConsole;
  readonly careful: Careful;
  readonly secretClipboard: SecretClipboard;
}): Pick<Handlers, ConsoleCalls> {
  const browsers = createBrowserChoices({ browser: parts.browser, settings: parts.settings, catalog: parts.catalog });
  const {
    switching,
    consoleLink,
    browser,
    clipboard,
    settings,
    catalog,
    uses,
    explain,
    findConsole,
    careful,
    secretClipboard,
  } = parts;

  async function link(
    { profile, region, service, resource, confirm, mfaCode, portal }: CallInput<'consoleLink'>,
    context: CallContext,
  ): Promise<Result<string>> {
    const found: Result<ConsoleDestination> =
      resource === undefined ? ok({}) : findConsole.destination(resource, profile);
    if (!found.ok) return found;
    const confirmed = careful.check(profile, confirm, 'console');
    if (!confirmed.ok) return confirmed;
    const destination: ConsoleDestination = { service, ...found.value, region: found.value.region ?? region };
    if (portal) {
      if (resource !== undefined) return failed(noPageInPortal(profile));
      const chain = catalog.chain(profile);
      return chain.ok ? portalLink(profile, chain.value) : chain;
    }
    const made = await consoleLink(
      profile,
      destination,
      () => switching.open(profile, { ...context, mfaCode }),
      context.signal,
      context.handOut,
    );
    return made.ok ? made : failed(explain(made.failure, profile));
  }

  /** A choice that could not be kept is no reason to fail: it is offered less early the next time. */
  async function remember(service: string | undefined): Promise<void> {
    if (service === undefined) return;
    await settings.update((all) => {
      const others = all.services.filter((each) => each !== service);
      return { ...all, services: [service, ...others].slice(0, SERVICES_KEPT) };
    });
  }

  /** The portal's link signs nobody in. */
  async function copyPlain(url: string): Promise<Result<object>> {
    await clipboard.write(url);
    return ok({});
  }

  return {
    async consoleLink(input, context) {
      const url = await link(input, context);
      return url.ok ? ok({ url: url.value }) : url;
    },

    browsers: browsers.list,
    chooseBrowser: browsers.choose,
    findConsole: async ({ text }) => findConsole.find(text),

    async openConsole(input, context) {
      const url = await link(input, context);
      if (!url.ok) return url;
      const opened = await browser.open(url.value, {
        secret: !input.portal,
        choice: browsers.choiceFor(input),
        name: input.profile,
      });
      if (!opened.ok) return opened;
      void uses.add(input.profile);
      await remember(input.service);
      return ok({});
    },

    async copyConsoleLink(input, context) {
      const url = await link(input, context);
      if (!url.ok) return url;
      const copied = input.portal ? await copyPlain(url.value) : await secretClipboard.put(url.value);
      if (!copied.ok) return copied;
      void uses.add(input.profile);
      await remember(input.service);
      return copied;
    },

    async consoleChoices() {
      const regions = catalog.view().rows.flatMap(({ region }) => (region === undefined ? [] : [region]));
      return ok({ services: settings.get().services, regions: [...new Set(regions)].sort() });
    },
  };
}

function noPageInPortal(profile: string) {
  return failure(
    'not-supported',
    'A resource is opened by a sign-in of Rolecall, not through the access portal.',
    'Leave the portal out.',
    { profile },
  );
}
