import type { Stop } from '../core/ports.ts';

/**
 * Calls back when the person's screen is locked, on Linux, where Electron does
 * not say it; elsewhere its `lock-screen` event does.
 */
export async function watchScreenLock(onLock: () => void, platform: string = process.platform): Promise<Stop> {
  if (platform !== 'linux') return () => undefined;
  return (await import('./screen-lock-linux.ts')).watchScreenLock(onLock);
}
