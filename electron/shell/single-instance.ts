import { app } from 'electron';

/**
 * `false` when another Rolecall runs already for the same state: that one then
 * shows itself, and this one must quit. The lock lives in Chromium's folder, so
 * `app.setPath('userData', …)` comes first.
 */
export function becomeOnlyInstance(onSecondStart: (argv: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv) => {
    // A command starts the program hidden; two commands at once must not raise a window.
    if (!argv.includes('--hidden')) onSecondStart(argv);
  });
  return true;
}
