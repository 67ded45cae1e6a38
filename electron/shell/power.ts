/** As much of Electron's `powerMonitor` as is needed. */
interface PowerMonitor {
  on(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
}

/**
 * Calls back after a sleep. Where the system does not tell of a resume (some
 * Linux desktops do not), the unlocking of the screen is the first sign of it.
 */
export function onWake(power: PowerMonitor, awake: () => void): void {
  power.on('resume', awake);
  power.on('unlock-screen', awake);
}
