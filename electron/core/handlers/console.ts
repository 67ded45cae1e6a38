import type { createConsoleLinks } from '../console-link.ts';
import type { CallInput } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import type { Browser } from '../ports.ts';
import { ok } from '../result.ts';
import type { Switching } from '../switching.ts';

/** The federated console: its link, or the browser on it. */
export function consoleHandlers(parts: {
  readonly switching: Switching;
  readonly consoleLink: ReturnType<typeof createConsoleLinks>;
  readonly browser: Browser;
}): Pick<Handlers, 'consoleLink' | 'openConsole'> {
  const { switching, consoleLink, browser } = parts;

  const link = ({ profile, region, service, mfaCode }: CallInput<'consoleLink'>, context: CallContext) =>
    consoleLink(
      profile,
      { region, service },
      () => switching.open(profile, { ...context, mfaCode }),
      context.signal,
      context.handOut,
    );

  return {
    async consoleLink(input, context) {
      const url = await link(input, context);
      return url.ok ? ok({ url: url.value }) : url;
    },

    async openConsole(input, context) {
      const url = await link(input, context);
      if (!url.ok) return url;
      const opened = await browser.open(url.value);
      return opened.ok ? ok({}) : opened;
    },
  };
}
