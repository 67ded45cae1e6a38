import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { Command } from '../world.ts';

interface ConsoleOptions extends MfaOptions {
  readonly profile: string;
  readonly print?: boolean;
  readonly region?: string;
  readonly service?: string;
  readonly portal?: boolean;
}

export const openConsole: Command<ConsoleOptions> = async (options, world) => {
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const { profile, region, service, portal } = options;
  const input = { profile, region, service, mfaCode: code.value, portal };
  if (options.print) {
    const link = await world.program.call('consoleLink', input);
    return link.ok ? ok({ json: { profile, url: link.value.url }, text: link.value.url }) : link;
  }
  const opened = await world.program.call('openConsole', input);
  if (!opened.ok) return opened;
  return ok({ json: { profile, opened: true }, text: `The console of ${plainName(profile)} is open in the browser.` });
};
