import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startDesktop } from '../../e2e/harness/desktop.ts';
import type { SessionBus } from '../../e2e/harness/session-bus.ts';
import { startChild } from './child.ts';
import type { Cleanup } from './cleanup.ts';
import { type Framebuffer, openFramebuffer } from './framebuffer.ts';
import { untilAnswer } from './until.ts';

/** A private desktop with tray host and keychain, whose pixels can be read and whose tray is watched. */
export interface BenchDesktop {
  readonly env: Readonly<Record<string, string>>;
  readonly bus: SessionBus;
  readonly screen: Framebuffer;
  /** When the next icon registers itself with the tray host, on `performance.now`'s clock. */
  nextTrayIconAt(): Promise<number>;
}

export async function openDesktop(folder: string, cleanup: Cleanup): Promise<BenchDesktop> {
  mkdirSync(folder);
  const env = { PATH: process.env.PATH, HOME: folder };
  const pixels = ['-screen', '0', '1280x900x24', '-fbdir', folder, '-displayfd', '1', '-nolisten', 'tcp', '-noreset'];
  const xvfb = startChild('Xvfb', pixels, env);
  cleanup.add(() => xvfb.end());
  const number = await firstLine('the display', xvfb);
  const desktop = await startDesktop({ display: `:${number}`, keychain: true, trayHost: true });
  cleanup.add(() => desktop.close());
  const screen = openFramebuffer(join(folder, 'Xvfb_screen0'));
  cleanup.add(() => screen.close());

  const match = "type='signal',interface='org.kde.StatusNotifierWatcher',member='StatusNotifierItemRegistered'";
  const monitor = startChild('dbus-monitor', ['--session', '--profile', match], desktop.env);
  cleanup.add(() => monitor.end());
  let waiting: ((at: number) => void)[] = [];
  monitor.onOutput((text) => {
    if (!text.includes('StatusNotifierItemRegistered')) return;
    const at = performance.now();
    for (const tell of waiting) tell(at);
    waiting = [];
  });
  // Its first words say that the monitor is on the bus.
  await firstLine('the bus monitor', monitor);
  return {
    env: desktop.env,
    bus: desktop.bus,
    screen,
    nextTrayIconAt: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

async function firstLine(what: string, child: ReturnType<typeof startChild>): Promise<string> {
  let text = '';
  child.onOutput((chunk) => {
    text += chunk;
  });
  return untilAnswer(what, child, () => (text.includes('\n') ? text.split('\n', 1)[0] : undefined), 10);
}
