/**
 * Composition root: builds the parts and wires them to each other. What they do
 * is theirs; the order they start in is decided here.
 */
import { homedir } from 'node:os';
import path from 'node:path';
import { app, dialog, ipcMain, Menu, powerMonitor, protocol } from 'electron';
import { runCliHere } from './cli/cli-process.ts';
import { launchRecordOf } from './cli/start-plan.ts';
import { refusedEntry } from './core/audit/own-entries.ts';
import { type CallContext, dispatch, type Handlers } from './core/dispatch.ts';
import { createRolecall } from './core/rolecall.ts';
import { followPreferences } from './follow-preferences.ts';
import { createClock } from './host/clock.ts';
import { exitHard } from './host/exit-hard.ts';
import { serveLocalSocket } from './host/local-socket.ts';
import { ownProgram } from './host/own-program.ts';
import { placesEnv, placesOf } from './host/places.ts';
import { hardenProcess } from './host/process-hardening.ts';
import { watchScreenLock } from './host/screen-lock.ts';
import { openSettings } from './host/settings-file.ts';
import { findTrayHost } from './host/tray-host.ts';
import { writeWayBack } from './host/way-back.ts';
import { contentResponder, registerContentScheme, serveContent } from './shell/content.ts';
import { hardenProgram } from './shell/hardening.ts';
import { listenToWindows } from './shell/ipc.ts';
import { withdrawAll } from './shell/notify.ts';
import { keepPagesSmall } from './shell/page-memory.ts';
import { onAway, onWake } from './shell/power.ts';
import { becomeOnlyInstance } from './shell/single-instance.ts';
import { createTray, type RolecallTray } from './shell/tray.ts';
import { trayCalls } from './shell/tray-calls.ts';
import { askPortalForShortcuts } from './shell/wayland.ts';
import { windowCalls } from './shell/window-calls.ts';
import { createWindows } from './shell/windows.ts';
import { showChanges } from './show-changes.ts';
import { createTell } from './tell.ts';
import { createWorld } from './world.ts';

const dist = import.meta.dirname;
const places = placesOf({ env: process.env, platform: process.platform, home: homedir() });
const clock = createClock();
const respond = contentResponder(path.join(dist, 'renderer'));
const startHidden = process.argv.includes('--hidden');

const memory = hardenProcess();
app.setName('Rolecall');
// No window has a menu bar. On macOS the keys for copy and paste are in Electron's own menu (not run here).
if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
app.setPath('userData', places.chromium);
registerContentScheme(protocol);
askPortalForShortcuts();
keepPagesSmall(app);
hardenProgram({ onSession: (session) => serveContent(session.protocol, respond) });

// Packaged, the program is its own command: fuses forbid running it as Node.
const cliAt = process.argv.indexOf('--cli');
if (cliAt > 0) process.exit(await runCliHere(process.argv.slice(cliAt + 1), dist, app.getVersion()));

let showWindow = () => {};
if (becomeOnlyInstance(() => showWindow())) {
  // Not awaited: Electron is not ready before this file has run to its end.
  start().catch(couldNotStart);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const [{ store: settings, problem }, hasTrayHost] = await Promise.all([
    openSettings(places.settings),
    findTrayHost(process.platform),
    app.whenReady(),
  ]);

  let tray: RolecallTray | undefined;
  const { tell, answer } = createTell(() => windows);
  const { world, audit, dropIdleConnections, hasStuckCall } = createWorld({
    places,
    settings,
    clock,
    content: () => rolecall.catalog.content(),
    tell,
    renew: (profile) => void rolecall.renew(profile).then((done) => done.ok || answer(done.failure)),
  });
  const rolecall = createRolecall(world);
  const windows = createWindows({
    preloadFile: path.join(dist, 'preload.cjs'),
    clock,
    trayBounds: () => tray?.bounds(),
    hasTrayHost: () => hasTrayHost,
    onCancelQuestion: (id) => rolecall.mfa.cancel(id),
    onMfaDeviceClosed: () => void rolecall.leaveEnrolment(),
  });
  showWindow = windows.showPopover;

  const inForce = await followPreferences({
    preferences: rolecall.preferences,
    command: [...startLine(), '--hidden'],
    home: homedir(),
    toggleList: windows.togglePopoverByKeys,
    tell,
    onRefused: (refused) => windows.broadcast('refusedPreferencesChanged', refused),
  });

  const profileNames = () => rolecall.catalog.view().rows.map((row) => row.name);
  const userProfiles = () => rolecall.catalog.view().rows.flatMap(({ kind, name }) => (kind === 'user' ? [name] : []));
  const handlers: Handlers = {
    ...rolecall.handlers,
    ...windowCalls({
      windows,
      profileNames,
      userProfiles,
      refusedPreferences: inForce.refused,
      beforeSettings: inForce.lookAgain,
      about: {
        version: app.getVersion(),
        runtime: `Electron ${process.versions.electron}`,
        folder: places.data,
        memory,
      },
      quit: () => app.quit(),
    }),
  };
  const call = (name: unknown, input: unknown, context: CallContext) => dispatch(handlers, name, input, context);
  listenToWindows({ ipcMain, doorOf: windows.doorOf, call });

  const trayState = () => ({
    catalog: rolecall.catalog.view(),
    sessions: rolecall.states.view(),
    questionWaits: rolecall.mfa.current() !== null,
    locked: rolecall.lock.isLocked(),
  });
  tray = createTray({
    imagesFolder: path.join(dist, 'assets', 'tray'),
    clock,
    state: trayState(),
    onAction: trayCalls({
      handlers,
      showPopover: windows.showPopover,
      focusQuestion: windows.focusQuestion,
      onFailure: answer,
    }),
    onClick: windows.togglePopover,
  });
  const updateTray = () => tray?.update(trayState());
  showChanges({ rolecall, windows, updateTray, audit });
  const stopFollowing = await rolecall.start();

  const socket = await serveLocalSocket({
    path: places.socket,
    handle: (name, input, context) => call(name, input, { door: 'socket', ...context }),
    onRefused: (why) => void audit.append(refusedEntry(clock.now(), why)),
    own: [places.launcher, ...(app.isPackaged ? [process.execPath] : [path.join(dist, 'cli.js')])],
  });
  const wayBack = await writeWayBack({
    launcher: places.launcher,
    launcherOf: { socket: places.socket, command: commandLine(), env: placesEnv(process.env) },
    launchRecord: places.launchRecord,
    record: launchRecordOf(startLine(), process.env),
  });
  for (const wrong of [problem, socket.ok ? undefined : socket.failure, wayBack.ok ? undefined : wayBack.failure])
    if (wrong) tell(wrong);

  onAway(powerMonitor, rolecall.away);
  const stopWatching = await watchScreenLock(() => rolecall.away('screen-lock'));
  onWake(powerMonitor, () => {
    dropIdleConnections();
    rolecall.lookAtClock();
    tray?.refresh();
  });
  app.on('before-quit', (event) => {
    const withdrawn = withdrawAll();
    if (!withdrawn) return;
    event.preventDefault();
    void withdrawn.then(() => app.quit());
  });
  app.on('will-quit', () => {
    stopFollowing();
    stopWatching();
    rolecall.end();
    windows.end();
    tray?.end();
    // What was under way still ends and would be shown there.
    tray = undefined;
    if (socket.ok) void socket.value.close();
    void audit.end();
  });
  app.on('quit', () => {
    if (hasStuckCall()) exitHard(0);
  });
  // At login macOS gives no arguments (not run here).
  const startedAtLogin = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
  if (startHidden || startedAtLogin) windows.preparePopover();
  else windows.showPopover();
}

/** How the launcher reaches the command: packaged, the program is its own command; in a clone it is `dist/cli.js`. */
function commandLine(): string[] {
  if (app.isPackaged) return [ownProgram(process.execPath, process.env), '--cli'];
  return ['/usr/bin/env', 'ELECTRON_RUN_AS_NODE=1', process.execPath, path.join(dist, 'cli.js')];
}

/** How this program is started again. */
function startLine(): string[] {
  return app.isPackaged ? [ownProgram(process.execPath, process.env)] : [process.execPath, app.getAppPath()];
}

/** A bug, or a system that lacks what nobody foresaw. The error's text could hold anything, so only its kind is told. */
function couldNotStart(error: unknown): void {
  const kind = error instanceof Error ? error.name : 'error';
  process.stderr.write(`Rolecall could not start (${kind}).\nStart it again, and report it if it stays.\n`);
  // Started by a tool there may be nobody to close a box, and the tool waits for the end.
  if (!startHidden) dialog.showErrorBox(`Rolecall could not start (${kind}).`, 'Report it if it stays.');
  app.exit(1);
}
