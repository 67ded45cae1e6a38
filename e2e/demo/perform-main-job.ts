import { join } from 'node:path';
import type { Page } from 'playwright';
import { run, until } from '../harness/processes.ts';
import type { Program } from '../harness/program.ts';
import { totpOf } from '../harness/totp.ts';
import { followLink, optionNamed } from '../harness/windows.ts';

/** Does what a person does on a first day, says what it saw, and leaves pictures in the folder. */
export async function performMainJob(program: Program, folder: string, say: (what: string) => void): Promise<void> {
  const { aws, browser, cli, desktop, sandbox } = program;
  const picture = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });

  const tray = await program.tray();
  const popover = await program.window('popover');
  await optionNamed(popover, 'developer').waitFor();
  await picture(popover, '1-list');
  say(`1. The list: ${await popover.getByRole('option').count()} profiles of ~/.aws/config are in sight. (1-list.png)`);

  const edit = await must(cli(['config', 'default', 'on']));
  say(`2. [default] is handed to Rolecall, which changes this and nothing else:\n${indent(added(edit))}`);

  await tray.press('developer');
  const mfa = await program.window('mfa');
  const field = mfa.getByRole('textbox', { name: 'MFA code' });
  await field.waitFor();
  await picture(mfa, '2-code');
  say('3. "developer" was pressed in the tray menu; the MFA window names role, device and who asked. (2-code.png)');
  const code = await totpOf(sandbox, 'ada');
  const closed = mfa.waitForEvent('close');
  await field.pressSequentially(code).catch((problem: unknown) => mfa.isClosed() || Promise.reject(problem));
  await closed;
  const { label } = await tray.entry(/^developer — active/);
  say(`4. The code was typed. The tray says: ${label}`);
  say(`5. AWS CLI, in a shell that knows nothing of Rolecall, is: ${(await aws.identity()).Arn}`);

  const search = popover.getByRole('searchbox');
  await search.fill('production-admin');
  await search.press('Enter');
  await tray.entry(/^production-admin — PRODUCTION, active/);
  say(`6. A second role, found by typing, needed no code. AWS CLI is: ${(await aws.identity()).Arn}`);
  // Opened anew, the list begins with what was used last. (Playwright keeps a hidden page visible, so it is loaded again.)
  await popover.reload();
  await tray.press('Open Rolecall');
  await optionNamed(popover, 'production-admin').waitFor();
  await popover
    .getByText(/^\d\d:\d\d$/)
    .first()
    .waitFor();
  await picture(popover, '3-active');
  await run('import', ['-window', 'root', join(folder, '4-desktop.png')], { env: { ...desktop.env } });
  say('7. Both count down in the list, and in the tray. (3-active.png, 4-desktop.png)');

  await tray.press('Open console');
  const page = await followLink(await browser.nextLink());
  say(
    `8. The console's sign-in link was opened. Its page: "${page.title}" ${page.text.replaceAll(/\s+/g, ' ').trim()}`,
  );

  await tray.press('Sign out of all');
  const refused = await until('the AWS CLI to be refused', async () => {
    const { status, stderr } = await aws(['sts', 'get-caller-identity']);
    return status !== 0 && stderr.trim();
  });
  say(`9. Signed out. AWS CLI is refused:\n${indent(refused)}`);
}

async function must(ran: ReturnType<Program['cli']>): Promise<string> {
  const { status, stdout, stderr } = await ran;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const added = (diff: string) =>
  diff
    .split('\n')
    .filter((line) => /^[+-](?![+-])/.test(line))
    .join('\n');
const indent = (text: string) => text.replaceAll(/^/gm, '     ');
