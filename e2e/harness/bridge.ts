import type { Page } from 'playwright';

/** What pages see of the bridge, loosely: the point of these tests is what is not there. */
export type Bridge = Record<string, (input: unknown) => Promise<{ ok: boolean; failure?: { kind: string } }>>;

/** Opens the access key window as the popover's own code does. */
export async function openAccessKeyWindow(popover: Page): Promise<void> {
  await popover.evaluate(() => (window as unknown as { rolecall: Bridge }).rolecall.showAccessKeyWindow?.({}));
}
