import type { SsoSessionRow } from '../../core/contract.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { ssoStateText } from '../sso-text.ts';
import type { CliWorld, Command } from '../world.ts';

/** Says where to go and which code to compare, then waits. Ctrl+C cancels the sign-in. */
export const ssoLogin: Command<{ session: string | undefined; device?: boolean; browser?: boolean }> = async (
  { session, device, browser = true },
  world,
) => {
  const started = await world.program.call('startSsoSignIn', {
    session,
    method: device ? 'device' : 'browser',
    openBrowser: browser,
  });
  if (!started.ok) return started;
  sayWhere(started.value, world);
  const over = await world.program.call('awaitSsoSignIn', { session: started.value.name });
  if (!over.ok) return over;
  const text = `You are signed in to ${plainName(over.value.name)}: ${ssoStateText(over.value, world.now())}.`;
  return ok({ json: over.value, text });
};

/** On standard error: what stands on standard output may be read by a program. */
function sayWhere({ signIn }: SsoSessionRow, { stderr }: CliWorld): void {
  if (!signIn?.url) return;
  const url = plainName(signIn.url);
  if (signIn.browserOpened) stderr.write(`Your browser opens the sign-in page. If it does not: ${url}\n`);
  else stderr.write(`Open this page to sign in: ${url}\n`);
  if (signIn.userCode) stderr.write(`The code, to be compared with the page: ${plainName(signIn.userCode)}\n`);
}
