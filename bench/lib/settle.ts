import { delay } from './samples.ts';

/** A window is opened some time after the start, when the start's own work is done: as people do. */
export function settle(): Promise<void> {
  return delay(1500);
}
