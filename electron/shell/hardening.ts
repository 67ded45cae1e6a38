import { app, type Session, type WebContents } from 'electron';

/** Switches that would let another program drive ours. */
const debuggingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-debugging-targets',
];

export interface HardeningOptions {
  /** Called for each Chromium session when it is created, for example to serve content in it. */
  readonly onSession: (session: Session) => void;
}

/**
 * What holds for every window and page, whoever makes it. Must run before
 * Electron is ready. A packaged program ends here when it was started with a
 * remote-debugging switch.
 */
export function hardenProgram({ onSession }: HardeningOptions): void {
  if (app.isPackaged && debuggingSwitches.some((name) => app.commandLine.hasSwitch(name))) {
    process.stderr.write('Rolecall does not start with remote debugging.\nStart it without that switch.\n');
    // Not app.exit(): nothing of Chromium's may come up first.
    process.exit(1);
  }
  app.enableSandbox();
  app.on('session-created', (session) => {
    refusePermissions(session);
    onSession(session);
  });
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents));
}

function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    // The three differ only in what their callback is called with; without an argument it means "none".
    (session as unknown as NodeJS.EventEmitter).on(
      event,
      (chosen: Electron.Event, _details: unknown, choose: () => void) => {
        chosen.preventDefault();
        choose();
      },
    );
  }
  session.on('will-download', (event) => event.preventDefault());
}

/** The program loads its pages itself (`loadURL`, which these events do not cover); pages go nowhere. */
function keepInPlace(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
