import { run } from '../harness/processes.ts';
import type { Program } from '../harness/program.ts';
import { totpOf } from '../harness/totp.ts';
import { optionNamed, typeCode } from '../harness/windows.ts';
import { take } from './drawing.ts';

/** The first start, in a home with keys in clear. */
export async function takeWelcome(program: Program): Promise<void> {
  const popover = await program.window('popover');
  await popover.getByRole('heading', { name: /^Rolecall found/ }).waitFor();
  await take(popover, 'first-start');
}

/** A tool asks for a role: the prompt says which tool. Answered, the role is there. */
export async function takePrompt(program: Program): Promise<void> {
  const { cli, env, sandbox } = program;
  for (const args of [
    ['config', 'adopt', 'developer'],
    ['config', 'default', 'on'],
  ]) {
    const { status, stderr } = await cli(args);
    if (status !== 0) throw new Error(stderr);
  }
  // From a shell, as people do; it waits for the command, so that it is there to be named.
  const { HOME = '', PATH = '' } = env;
  const command = `/usr/bin/aws sts get-caller-identity --profile developer --endpoint-url ${sandbox.endpoints.sts}; exit $?`;
  const asked = run('bash', ['-c', command], { env: { HOME, PATH, AWS_EC2_METADATA_DISABLED: 'true' } });
  const mfa = await program.window('mfa');
  await mfa.getByRole('textbox', { name: 'MFA code' }).waitFor();
  await take(mfa, 'code');
  await typeCode(mfa, await totpOf(sandbox, 'ada'));
  const { status, stderr } = await asked;
  if (status !== 0) throw new Error(stderr);
}

/** The list, with two sessions; the active role's time runs. */
export async function takeList(program: Program): Promise<void> {
  const { cli } = program;
  for (const profile of ['read-only', 'production-admin', 'developer']) {
    const { status, stderr } = await cli(['switch', profile]);
    if (status !== 0) throw new Error(stderr);
  }
  const popover = await program.window('popover');
  // Opened anew, the list begins with what was used last.
  await popover.reload();
  await optionNamed(popover, 'developer').waitFor();
  // The first second of an hour is said in other words.
  await popover.getByText('1h 00m').first().waitFor({ state: 'hidden' });
  await take(popover, 'list');
}

/** The console of any service and region, in the role that was chosen. */
export async function takeConsole(program: Program): Promise<void> {
  const popover = await program.window('popover');
  const search = popover.getByLabel('Search profiles', { exact: true });
  await search.press('Control+Shift+Enter');
  await popover
    .getByRole('heading', { name: /console/i })
    .first()
    .waitFor();
  await take(popover, 'console');
  await popover.keyboard.press('Escape');
}
