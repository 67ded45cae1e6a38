import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { WindowName } from '../../electron/core/contract.ts';
import { awsConfigFor } from '../sandbox/aws-config.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { Seed } from '../sandbox/state/seed.ts';
import { type AwsCli, createAwsCli } from './aws-cli.ts';
import { type Desktop, type DesktopOptions, startDesktop } from './desktop.ts';
import { createFakeBrowser, type FakeBrowser } from './fake-browser.ts';
import { until } from './processes.ts';
import { createRolecallCli, type RolecallCli } from './rolecall-cli.ts';
import { findTray, type Tray } from './tray.ts';

export const projectRoot = join(import.meta.dirname, '../..');

export type { WindowName };

/** A throw-away home on a private desktop, with a local AWS; the program runs in it or can be started in it. */
export interface Place {
  readonly desktop: Desktop;
  readonly sandbox: Sandbox;
  readonly browser: FakeBrowser;
  /** What the program and the command are started with. */
  readonly env: Readonly<Record<string, string>>;
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Rolecall's own files; each exists once the program has started. */
  readonly settingsFile: string;
  readonly launcher: string;
  readonly cli: RolecallCli;
  readonly aws: AwsCli;
  close(): Promise<void>;
}

/** The running program. */
export interface Program extends Place {
  readonly app: ElectronApplication;
  readonly tray: () => Promise<Tray>;
  /** Waits until the window is there and its page has loaded. */
  readonly window: (name: WindowName) => Promise<Page>;
  readonly isOpen: (name: WindowName) => boolean;
  /** All that the program wrote to stdout and stderr. */
  readonly output: () => string;
  /** Ends it as a person does who quits, and waits for that. */
  readonly quit: () => Promise<void>;
}

export interface PlaceOptions extends DesktopOptions {
  /** Nobody has seen Rolecall here yet: it says what it found in place of the list. */
  readonly firstStart?: boolean;
  /** `~/.aws/config`; by default all that the sandbox's default seed offers. */
  readonly config?: (sandbox: Sandbox) => string;
  readonly credentials?: (sandbox: Sandbox) => string;
  /** What the local AWS starts with; the default seed unless given. */
  readonly seed?: Seed;
  /** Added to what the program and the command are started with; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export async function createPlace(options: PlaceOptions = {}): Promise<Place> {
  const [desktop, sandbox] = await Promise.all([startDesktop(options), createSandbox(options.seed)]);
  const browser = createFakeBrowser(desktop.home);
  const aws = join(desktop.home, '.aws');
  const configFile = join(aws, 'config');
  const credentialsFile = join(aws, 'credentials');
  mkdirSync(aws, { mode: 0o700 });
  writeFileSync(configFile, (options.config ?? awsConfigFor)(sandbox), { mode: 0o600 });
  if (options.credentials) writeFileSync(credentialsFile, options.credentials(sandbox), { mode: 0o600 });
  const settingsFile = join(desktop.home, '.config/rolecall/settings.json');
  if (!options.firstStart) {
    mkdirSync(dirname(settingsFile), { recursive: true, mode: 0o700 });
    writeFileSync(settingsFile, JSON.stringify({ version: 1, welcomed: true }), { mode: 0o600 });
  }
  const env = withoutUndefined({
    ...desktop.env,
    ...sandbox.environment,
    PATH: [browser.folder, desktop.env.PATH].join(delimiter),
    // How a clone finds its Electron; the command hands it on when it starts the program.
    ...(process.env.ELECTRON_OVERRIDE_DIST_PATH && {
      ELECTRON_OVERRIDE_DIST_PATH: process.env.ELECTRON_OVERRIDE_DIST_PATH,
    }),
    ...options.env,
  });
  return {
    desktop,
    sandbox,
    browser,
    env,
    configFile,
    credentialsFile,
    settingsFile,
    launcher: join(desktop.home, '.local/share/rolecall/bin/rolecall'),
    cli: createRolecallCli({ env, file: join(projectRoot, 'dist/cli.js') }),
    aws: createAwsCli({ home: desktop.home, path: desktop.env.PATH ?? '', stsUrl: sandbox.endpoints.sts }),
    async close() {
      await sandbox.close().catch(() => undefined);
      await desktop.close();
    },
  };
}

function withoutUndefined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export interface LaunchOptions {
  readonly args?: readonly string[];
  /** Users of the sandbox whose access keys are put into the keychain, by the command. */
  readonly keys?: readonly string[];
}

/** Starts the real program in a place, with Chromium's sandbox on. */
export async function launch(place: Place, { args = [], keys = [] }: LaunchOptions = {}): Promise<Program> {
  if (!existsSync(join(projectRoot, 'dist/main.js'))) throw new Error('nothing is built: npm run build');
  const app = await _electron.launch({
    args: ['.', ...args],
    cwd: projectRoot,
    env: { ...place.env },
    chromiumSandbox: true,
    // A machine that is busy with something else is slow, not broken.
    timeout: 60_000,
  });
  const said: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  }
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  const showing = (name: WindowName) =>
    app.windows().find((page) => !page.isClosed() && page.url() === `app://rolecall/${name}.html`);

  // The launcher is the last thing that a start writes but one: after it the command finds a program that runs.
  await until('the program to listen', async () =>
    (await place.cli(['status', '--json'])).stdout.includes('"running":true'),
  );
  for (const user of keys) {
    const { accessKeyId, secretAccessKey } = place.sandbox.user(user);
    const added = await place.cli(['keys', 'add', user, '--access-key-id', accessKeyId], { input: secretAccessKey });
    if (added.status !== 0) throw new Error(`the key of ${user} was not added: ${added.stderr}`);
  }
  const quit = async () => {
    // One that was killed has nothing left to close, and the driver would wait for its answer.
    await Promise.race([app.close().catch(() => undefined), ended]);
    await ended;
  };
  return {
    ...place,
    app,
    tray: () => findTray(place.desktop.bus),
    isOpen: (name) => showing(name) !== undefined,
    async window(name) {
      const page = await until(`the window ${name}`, () => showing(name)).catch(async (problem: Error) => {
        const windows = await app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map(({ webContents }) => [webContents.getURL(), webContents.isCrashed()]),
        );
        const pages = app.windows().map((open) => open.url());
        throw new Error(`${problem.message}; ${JSON.stringify({ windows, pages })}; it said: ${said.join('')}`);
      });
      await page.waitForLoadState();
      return page;
    },
    output: () => said.join(''),
    quit,
    async close() {
      await quit();
      await place.close();
    },
  };
}

/** Both of the user's files as they are, for comparing before and after. */
export function awsFiles({ configFile, credentialsFile }: Place): Readonly<Record<string, string | undefined>> {
  const bytes = (file: string) => (existsSync(file) ? readFileSync(file, 'latin1') : undefined);
  return { config: bytes(configFile), credentials: bytes(credentialsFile) };
}
