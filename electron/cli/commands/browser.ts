import type { BrowserChoice } from '../../core/console/browser-choice.ts';
import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok } from '../../core/result.ts';
import { browserText, installedLines, readBrowser } from '../browser-text.ts';
import type { Command } from '../world.ts';

interface BrowserOptions {
  readonly profile?: string | undefined;
  readonly name?: string | undefined;
  readonly account?: boolean;
  readonly container?: BrowserChoice['container'];
}

/** Which browsers there are, and which one opens the consoles of a profile. */
export const browser: Command<BrowserOptions> = async ({ profile, name, account, container }, { program }) => {
  if (profile !== undefined && name !== undefined) {
    const read = readBrowser(name);
    if (!read.ok) return read;
    const choice = read.value === 'default' ? null : { ...read.value, ...(container && { container }) };
    if (container && choice?.browser !== 'firefox') return failed(onlyFirefox());
    const chosen = await program.call('chooseBrowser', { profile, choice, forAccount: account });
    if (!chosen.ok) return chosen;
    const where = choice ? browserText(choice) : 'the default browser';
    const whose = account ? `all profiles of the account of ${plainName(profile)}` : plainName(profile);
    return ok({ json: { profile, choice }, text: `The consoles of ${whose} open in ${where}.` });
  }
  const known = await program.call('browsers', { profile });
  if (!known.ok) return known;
  const { installed, chosen, byAccount = false } = known.value;
  if (profile === undefined)
    return ok({
      json: { installed },
      text: installedLines(installed).join('\n') || 'No browser with profiles was found.',
    });
  const where = chosen ? `${browserText(chosen)}${byAccount ? ', chosen for its account' : ''}` : 'the default browser';
  return ok({ json: { profile, chosen: chosen ?? null, byAccount }, text: `${plainName(profile)}: ${where}` });
};

function onlyFirefox() {
  return failure('bad-input', 'Only Firefox has containers.', 'Name firefox, or leave the container out.');
}
