import type { CatalogStore } from '../catalog.ts';
import { createBrowserChoices } from '../console/browser-choices.ts';
import { createConsoleChoices } from '../console/console-choices.ts';
import type { createConsoleLinks } from '../console/console-link.ts';
import type { FindConsole } from '../console/find-console.ts';
import type { CallInput } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import type { ExplainFailure } from '../explain/explain.ts';
import { failure } from '../failure.ts';
import type { SecretClipboard } from '../lock/secret-clipboard.ts';
import type { Careful } from '../looks/careful.ts';
import type { Browser, Clipboard, ConsoleDestination, Partitions, SettingsStore } from '../ports.ts';
import type { RecentUses } from '../recent-uses.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Switching } from '../sessions/switching.ts';
import { portalLink } from '../sso/portal-link.ts';

type ConsoleCalls =
  | 'consoleLink'
  | 'openConsole'
  | 'copyConsoleLink'
  | 'consoleChoices'
  | 'favourConsole'
  | 'findConsole'
  | 'browsers'
  | 'chooseBrowser';

/** The federated console: its link, the clipboard with it, or the browser on it. */
export function consoleHandlers(parts: {
  readonly switching: Switching;
  readonly consoleLink: ReturnType<typeof createConsoleLinks>;
  readonly browser: Browser;
  readonly clipboard: Clipboard;
  readonly settings: SettingsStore;
  readonly catalog: CatalogStore;
  readonly partitions: Partitions;
  readonly uses: RecentUses;
  readonly explain: ExplainFailure;
  readonly findConsole: FindConsole;
  readonly careful: Careful;
  readonly secretClipboard: SecretClipboard;
}): Pick<Handlers, ConsoleCalls> {
  const browsers = createBrowserChoices(parts);
  const choices = createConsoleChoices(parts);
  const { switching, consoleLink, browser, clipboard, catalog, uses, explain, findConsole, careful, secretClipboard } =
    parts;

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
      await choices.remember(input);
      return ok({});
    },

    async copyConsoleLink(input, context) {
      const url = await link(input, context);
      if (!url.ok) return url;
      const copied = input.portal ? await copyPlain(url.value) : await secretClipboard.put(url.value);
      if (!copied.ok) return copied;
      void uses.add(input.profile);
      await choices.remember(input);
      return copied;
    },

    consoleChoices: async (input) => ok(choices.list(input)),

    async favourConsole(input) {
      const saved = await choices.favour(input);
      return saved.ok ? ok({}) : saved;
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
