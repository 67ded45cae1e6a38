import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, until } from './harness/processes.ts';
import type { Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';

/** Browsers as people install them, each with two profiles of its own: where the program finds them, nothing told. */
const browsers = [
  { id: 'chromium', program: '/usr/bin/chromium', profiles: ['Default', 'Profile 1'], prepare: prepareChromium },
  { id: 'firefox', program: '/usr/bin/firefox-esr', profiles: ['main', 'production'], prepare: prepareFirefox },
] as const;

/** What a person sees of a console: the title of its window. */
const MAIN = /^Acme Main – AWS Console/;
const PRODUCTION = /^Acme Production – AWS Console/;

for (const { id, program: installed, profiles, prepare } of browsers) {
  test(`two accounts stay open side by side in two profiles of ${id}`, async ({ program }) => {
    test.skip(!existsSync(installed), `${installed} is not installed`);
    test.setTimeout(180_000);
    const rolecall = await program({ args: ['--hidden'], keys: ['ada'], windowManager: true });
    const { cli, sandbox, settingsFile } = rolecall;
    const code = await totpOf(sandbox, 'ada');
    expect(await cli(['switch', 'developer', '--mfa-code-stdin'], { input: `${code}\n` })).toMatchObject({ status: 0 });
    prepare(dirname(dirname(settingsFile)), profiles);

    try {
      const open = async (profile: string) => expect(await cli(['console', profile])).toMatchObject({ status: 0 });
      for (const [profile, at] of [
        ['developer', 0],
        ['production-admin', 1],
      ] as const) {
        expect(await cli(['browser', profile, `${id}:${profiles[at]}`, '--account'])).toMatchObject({ status: 0 });
        await open(profile);
        await untilShown(rolecall, at === 0 ? MAIN : PRODUCTION);
      }
      await untilShown(rolecall, MAIN);

      await test.step('each with its own cookies: the page behind the link knows who came first', async () => {
        await followTheLink(rolecall, MAIN);
        await followTheLink(rolecall, PRODUCTION);
        const pages = sandbox.requests().filter(({ action }) => action.startsWith('/console/'));
        expect(pages).toHaveLength(2);
        expect(await titles(rolecall)).toEqual([expect.stringMatching(MAIN), expect.stringMatching(PRODUCTION)]);
      });

      await test.step('another role of the account opens beside it, in the browser that runs', async () => {
        const before = sandbox.requests().filter(({ action }) => action === 'login').length;
        await open('read-only');
        await until('the sign-in', () => sandbox.requests().filter(({ action }) => action === 'login').length > before);
        await untilShown(rolecall, PRODUCTION);
      });
    } finally {
      await endAll(rolecall);
    }
  });
}

function prepareChromium(config: string, profiles: readonly string[]): void {
  const folder = join(config, 'chromium');
  mkdirSync(folder, { recursive: true });
  const listed = Object.fromEntries(profiles.map((profile) => [profile, { name: `${profile} of Ada` }]));
  writeFileSync(join(folder, 'Local State'), JSON.stringify({ profile: { info_cache: listed } }));
}

function prepareFirefox(config: string, profiles: readonly string[]): void {
  const folder = join(config, 'mozilla/firefox');
  for (const profile of profiles) {
    mkdirSync(join(folder, profile), { recursive: true });
    // No first-run pages in front of what was opened.
    const quiet = [
      'browser.aboutwelcome.enabled',
      'datareporting.policy.dataSubmissionEnabled',
      'termsofuse.bypassNotification',
    ];
    const lines = quiet.map((name) => `user_pref("${name}", ${name.startsWith('terms')});\n`);
    writeFileSync(join(folder, profile, 'user.js'), lines.join(''));
  }
  const sections = profiles.map((name, at) => `[Profile${at}]\nName=${name}\nIsRelative=1\nPath=${name}\n`);
  writeFileSync(join(folder, 'profiles.ini'), sections.join('\n'));
}

async function xdotool({ env }: Program, ...args: string[]): Promise<string> {
  return (await run('xdotool', args, { env: { ...env } })).stdout.trim();
}

/** The windows of consoles that can be seen, by title. */
async function consoles(rolecall: Program): Promise<{ id: string; title: string }[]> {
  const ids = await xdotool(rolecall, 'search', '--onlyvisible', '--name', 'AWS Console');
  const found = ids.split('\n').filter(Boolean);
  return Promise.all(found.map(async (id) => ({ id, title: await xdotool(rolecall, 'getwindowname', id) })));
}

const titles = async (rolecall: Program) => (await consoles(rolecall)).map(({ title }) => title).sort();

function untilShown(rolecall: Program, title: RegExp): Promise<string> {
  return until(
    `a window ${title}`,
    async () => (await consoles(rolecall)).find((each) => title.test(each.title))?.id,
    60_000,
  );
}

/** By keys, as a person could: the page has one link. */
async function followTheLink(rolecall: Program, title: RegExp): Promise<void> {
  const { sandbox } = rolecall;
  const pages = () => sandbox.requests().filter(({ action }) => action.startsWith('/console/')).length;
  const before = pages();
  const id = await untilShown(rolecall, title);
  await xdotool(rolecall, 'windowactivate', '--sync', id);
  await xdotool(rolecall, 'key', 'Tab', 'Return');
  await until('the page behind the link', () => pages() > before);
  await untilShown(rolecall, title);
}

/** Ends the browsers whose windows these are, and waits until nothing writes below this test's home any more. */
async function endAll(rolecall: Program): Promise<void> {
  const owners = (await consoles(rolecall)).map(({ id }) => xdotool(rolecall, 'getwindowpid', id));
  const browsers = new Set((await Promise.all(owners)).map(Number));
  const family = new Set(browsers);
  for (let known = 0; known < family.size; ) {
    known = family.size;
    for (const { pid, parent } of processes()) if (family.has(parent)) family.add(pid);
  }
  for (const pid of browsers) process.kill(pid);
  await until('the end of the browsers', () => !processes().some(({ pid }) => family.has(pid)), 30_000);
}

/** All that run. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processes(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = textOf(`/proc/${name}/stat`);
      const [state = 'Z', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return stat === '' || state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
}

/** Empty for a process that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
