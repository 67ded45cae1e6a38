/** As much of Electron's `powerMonitor` as is needed. */
interface PowerMonitor {
  on(event: 'resume' | 'unlock-screen' | 'suspend' | 'lock-screen', listener: () => void): unknown;
}

/**
 * Calls back after a sleep. Where the system does not tell of a resume (some
 * Linux desktops do not), the unlocking of the screen is the first sign of it.
 */
export function onWake(power: PowerMonitor, awake: () => void): void {
  power.on('resume', awake);
  power.on('unlock-screen', awake);
}

/** Calls back when the person leaves: before a sleep, and when the screen is locked (macOS and Windows; see `host/screen-lock.ts`). */
export function onAway(power: PowerMonitor, away: (reason: 'suspend' | 'screen-lock') => void): void {
  power.on('suspend', () => away('suspend'));
  power.on('lock-screen', () => away('screen-lock'));
}
