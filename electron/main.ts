/**
 * Composition root: builds the parts and wires them to each other. What they do
 * is theirs; the order they start in is decided here.
 */
import { homedir, hostname, userInfo } from 'node:os';
import path from 'node:path';
import {
  app,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  shell,
} from 'electron';
import { caBundleOf } from './aws/connection/ca-bundle-of.ts';
import { createAwsConnection } from './aws/connection/connection.ts';
import { isConsoleUrl } from './aws/console-hosts.ts';
import { createIam } from './aws/iam.ts';
import { callbackPath, isSignInUrl } from './aws/identity-center/hosts.ts';
import { createIdentityCenter } from './aws/identity-center/identity-center.ts';
import { createPkce } from './aws/identity-center/pkce.ts';
import { partitionsPort } from './aws/partitions.ts';
import { createSignIn } from './aws/sign-in.ts';
import { createSts } from './aws/sts.ts';
import { runCliHere } from './cli/cli-process.ts';
import { launchRecordOf } from './cli/start-plan.ts';
import { createAwsFiles } from './config/aws-files.ts';
import { createClearKeyFiles } from './config/clear-keys/clear-key-files.ts';
import { policyFileReader } from './config/policy-file.ts';
import { createSsoTokenCache } from './config/sso-token-cache.ts';
import { refusedEntry } from './core/audit/own-entries.ts';
import { type CallContext, dispatch, type Handlers } from './core/dispatch.ts';
import type { Failure } from './core/failure.ts';
import type { Preferences } from './core/preferences.ts';
import { createRolecall } from './core/rolecall.ts';
import { ssoSessionsIn } from './core/sso/sso-session.ts';
import { createAwsClock } from './core/time/aws-clock.ts';
import { writeFileAtomic } from './host/atomic-file.ts';
import { auditService, createAuditAnchor } from './host/audit/audit-anchor.ts';
import { createAuditLog } from './host/audit/audit-log.ts';
import { createBrowser } from './host/browser.ts';
import { createAnswerListener } from './host/browser-answer.ts';
import { createClock } from './host/clock.ts';
import { exitHard } from './host/exit-hard.ts';
import { createKeychain } from './host/keychain.ts';
import { serveLocalSocket } from './host/local-socket.ts';
import { createLoginItem, noLoginItem } from './host/login-item.ts';
import { createMfaCommand } from './host/mfa-command.ts';
import { createOrganisationFiles } from './host/organisation-files.ts';
import { ownProgram } from './host/own-program.ts';
import { placesEnv, placesOf } from './host/places.ts';
import { hardenProcess } from './host/process-hardening.ts';
import { qrRows } from './host/qr-code.ts';
import { watchScreenLock } from './host/screen-lock.ts';
import { openSettings } from './host/settings-file.ts';
import { totp } from './host/totp.ts';
import { findTrayHost } from './host/tray-host.ts';
import { writeWayBack } from './host/way-back.ts';
import { contentResponder, registerContentScheme, serveContent } from './shell/content.ts';
import { hardenProgram } from './shell/hardening.ts';
import { listenToWindows } from './shell/ipc.ts';
import { notify } from './shell/notify.ts';
import { createPerson } from './shell/person.ts';
import { onAway, onWake } from './shell/power.ts';
import { createShortcut } from './shell/shortcut.ts';
import { becomeOnlyInstance } from './shell/single-instance.ts';
import { createTray, type RolecallTray } from './shell/tray.ts';
import { trayCalls } from './shell/tray-calls.ts';
import { windowCalls } from './shell/window-calls.ts';
import { createWindows } from './shell/windows.ts';

const dist = import.meta.dirname;
const places = placesOf({ env: process.env, platform: process.platform, home: homedir() });
const clock = createClock();
const respond = contentResponder(path.join(dist, 'renderer'));
const startHidden = process.argv.includes('--hidden');

hardenProcess();
app.setName('Rolecall');
app.setPath('userData', places.chromium);
registerContentScheme(protocol);
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

  const awsClock = createAwsClock({ clock, ask: () => connection.askTime() });
  const connection = createAwsConnection({
    awsClock,
    systemProxy: (url) => session.defaultSession.resolveProxy(url),
    caBundleOf: (profile) => caBundleOf(rolecall.catalog.content(), profile),
  });
  const keychain = createKeychain();
  const auditKeychain = createKeychain({ service: auditService });
  const audit = createAuditLog({
    folder: places.audit,
    clock,
    anchor: createAuditAnchor(auditKeychain),
    onTampered: (failure) => tell(failure),
  });
  const rolecall = createRolecall({
    clock,
    awsClock,
    awsDeadlineMs: connection.deadlineMs,
    keychain,
    settings,
    audit,
    sts: createSts({ connection }),
    iam: createIam({ connection }),
    signIn: createSignIn({ connection }),
    person: createPerson(),
    browser: createBrowser({
      openExternal: (url) => shell.openExternal(url),
      isAllowed: (url) =>
        isConsoleUrl(url, process.env) || isSignInUrl(url, ssoSessionsIn(rolecall.catalog.content()), process.env),
    }),
    clipboard: { write: (text) => clipboard.writeText(text) },
    sso: {
      identityCenter: createIdentityCenter({ connection, now: awsClock.now }),
      answers: createAnswerListener(callbackPath),
      sharedTokens: createSsoTokenCache({ home: homedir(), env: process.env, replace: writeFileAtomic }),
      organisations: createOrganisationFiles(places.organisations),
      pkce: createPkce,
      random: Math.random,
    },
    files: createAwsFiles({ environment: process.env, home: homedir(), launcher: places.launcher }),
    clearKeys: createClearKeyFiles({ environment: process.env, home: homedir() }),
    partitions: partitionsPort,
    platform: process.platform,
    totp,
    qrRows,
    mfaCommand: createMfaCommand(),
    userName: userInfo().username,
    hostName: hostname(),
    readPolicyFile: policyFileReader(process.env, homedir()),
    notify: ({ title, body, action }) =>
      notify({ title, body }, () => void rolecall.renew(action.profile).then((done) => done.ok || tell(done.failure))),
    tell: (failure) => tell(failure),
  });

  let tray: RolecallTray | undefined;
  const windows = createWindows({
    preloadFile: path.join(dist, 'preload.cjs'),
    clock,
    trayBounds: () => tray?.bounds(),
    hasTrayHost: () => hasTrayHost,
    onCancelQuestion: (id) => rolecall.mfa.cancel(id),
    onMfaDeviceClosed: () => void rolecall.leaveEnrolment(),
  });
  showWindow = windows.showPopover;
  const tell = (failure: Failure) => {
    if (failure.kind === 'confirmation-required' && failure.profile !== undefined) {
      windows.showPopover();
      windows.broadcast('confirmationWanted', { profile: failure.profile });
      return;
    }
    if (failure.kind === 'ticket-needed' && failure.profile !== undefined) {
      windows.showPopover();
      windows.broadcast('ticketWanted', { profile: failure.profile });
      return;
    }
    const notified = notify({ title: failure.message, body: failure.remedy }, windows.showPopover);
    // A tool needs a sign-in: the person is asked, and not interrupted at work.
    if (failure.kind === 'sign-in-needed' && notified) return;
    windows.showPopover();
  };

  const profileNames = () => rolecall.catalog.view().rows.map((row) => row.name);
  const userProfiles = () => rolecall.catalog.view().rows.flatMap(({ kind, name }) => (kind === 'user' ? [name] : []));
  const handlers: Handlers = {
    ...rolecall.handlers,
    ...windowCalls({ windows, profileNames, userProfiles, quit: () => app.quit() }),
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
      onFailure: tell,
    }),
    onClick: windows.togglePopover,
  });
  const updateTray = () => tray?.update(trayState());
  audit.onAppend(() => windows.broadcast('auditAppended', {}));
  rolecall.lock.onChange((lock) => {
    windows.broadcast('lockChanged', lock);
    // The picture of a secret does not stay on screen while nobody is there.
    if (lock.locked) windows.close('mfa-device');
    updateTray();
  });
  rolecall.catalog.onChange((catalog) => {
    windows.broadcast('catalogChanged', catalog);
    updateTray();
  });
  rolecall.rotations.onChange((rotations) => windows.broadcast('rotationsChanged', rotations));
  rolecall.states.onChange((sessions) => {
    windows.broadcast('sessionsChanged', sessions);
    updateTray();
  });
  const followTheme = ({ theme }: Preferences) => {
    nativeTheme.themeSource = theme;
  };
  const shortcut = createShortcut(globalShortcut, windows.showPopover);
  const loginItem = await createLoginItem({
    platform: process.platform,
    command: [...startLine(), '--hidden'],
    env: process.env,
    home: homedir(),
    setLoginItem: (item) => app.setLoginItemSettings(item),
  });
  const followSystem = (preferences: Preferences) => {
    followTheme(preferences);
    const taken = shortcut.set(preferences.shortcut);
    if (!taken.ok) tell(taken.failure);
  };
  followSystem(rolecall.preferences.get());
  rolecall.preferences.onChange((preferences) => {
    followSystem(preferences);
    loginItem.set(preferences.startAtLogin).catch((error: unknown) => tell(noLoginItem(error)));
    windows.broadcast('preferencesChanged', preferences);
  });
  rolecall.readings.onChange((reading) => windows.broadcast('readingChanged', reading));
  rolecall.sso.onChange(async () => windows.broadcast('ssoSessionsChanged', await rolecall.sso.rows.all()));
  rolecall.clockSkew.onChange((skew) => windows.broadcast('clockSkewChanged', skew));
  rolecall.mfa.onChange((question) => {
    windows.updateQuestion(question);
    windows.broadcast('questionChanged', question);
    updateTray();
  });
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
    connection.dropIdle();
    rolecall.lookAtClock();
    tray?.refresh();
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
    // A keychain call that nobody answered blocks a thread that Node would wait for.
    if (keychain.hasStuckCall() || auditKeychain.hasStuckCall()) exitHard(0);
  });
  if (!startHidden) windows.showPopover();
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
