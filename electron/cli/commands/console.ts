import type { CallInput } from '../../core/contract.ts';
import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { readBrowser } from '../browser-text.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { CliWorld, Command } from '../world.ts';

interface ConsoleOptions extends MfaOptions {
  readonly profile?: string | undefined;
  readonly print?: boolean;
  readonly region?: string;
  readonly service?: string;
  readonly resource?: string;
  readonly portal?: boolean;
  readonly confirm?: string;
  readonly browser?: string;
}

/** Who opens what, and who else could. */
interface Aim {
  readonly profile: string;
  readonly what?: string;
  readonly others: readonly string[];
}

/** How many other profiles are named before the rest is counted. */
const OTHERS_NAMED = 5;

export const openConsole: Command<ConsoleOptions> = async (options, world) => {
  const aim = await aimOf(options, world);
  if (!aim.ok) return aim;
  const browser = options.browser === undefined ? ok(undefined) : readBrowser(options.browser);
  if (!browser.ok) return browser;
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const { profile, what = 'the console', others } = aim.value;
  const { region, service, resource, portal, confirm } = options;
  const input = { profile, region, service, resource, mfaCode: code.value, portal, confirm, browser: browser.value };
  const notes = others.length > 0 ? [`It can be opened as ${listed(others)}, too: name the profile.`] : [];
  if (options.print) {
    const link = await withName(input, world, (asked) => world.program.call('consoleLink', asked));
    return link.ok ? ok({ json: { profile, url: link.value.url }, text: link.value.url, notes }) : link;
  }
  const opened = await withName(input, world, (asked) => world.program.call('openConsole', asked));
  if (!opened.ok) return opened;
  const name = plainName(profile);
  const text =
    resource === undefined
      ? `The console of ${name} is open in the browser.`
      : `Opened ${plainName(what)} as ${name} in the browser.`;
  return ok({ json: { profile, opened: true }, text, notes });
};

/** The profile that was named, or the best of those that reach the resource. */
async function aimOf({ profile, resource }: ConsoleOptions, { program }: CliWorld): Promise<Result<Aim>> {
  if (resource === undefined) return profile === undefined ? failed(nothingNamed()) : ok({ profile, others: [] });
  const found = await program.call('findConsole', { text: resource });
  // The program knows better what may be opened as a profile that was named.
  if (profile !== undefined) return ok({ profile, others: [], ...(found.ok && { what: found.value.what }) });
  if (!found.ok) return found;
  const [best = '', ...others] = found.value.profiles;
  return ok({ profile: best, what: found.value.what, others: found.value.accountId === undefined ? [] : others });
}

/** A careful profile asks for its name; at a terminal there is somebody to ask. */
async function withName<T>(
  input: CallInput<'openConsole'>,
  { stdin }: CliWorld,
  call: (input: CallInput<'openConsole'>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const done = await call(input);
  if (done.ok || done.failure.kind !== 'confirmation-required' || !stdin.isTTY) return done;
  const question = `${plainName(input.profile)} is marked careful. Type its name to open its console: `;
  return call({ ...input, confirm: await stdin.prompt(question) });
}

function listed(profiles: readonly string[]): string {
  const named = profiles.slice(0, OTHERS_NAMED).map(plainName).join(', ');
  return profiles.length > OTHERS_NAMED ? `${named} and ${profiles.length - OTHERS_NAMED} more` : named;
}

function nothingNamed() {
  return failure(
    'bad-input',
    'Neither a profile nor a resource was named.',
    'Name one: rolecall console PROFILE, or rolecall console --resource ARN',
  );
}
