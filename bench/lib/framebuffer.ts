import { closeSync, openSync, readSync } from 'node:fs';
import { delay } from './samples.ts';

/** The pixels of a private display, read from the file that Xvfb keeps them in (`-fbdir`): nothing in the program is touched. */
export interface Framebuffer {
  /** Every eighth line, four bytes a pixel. */
  look(): Buffer;
  close(): void;
}

const step = 8;

/** Opens Xvfb's file, which has the format of xwd. @see X11/XWDFile.h */
export function openFramebuffer(file: string): Framebuffer {
  const fd = openSync(file, 'r');
  const header = Buffer.alloc(100);
  readSync(fd, header, 0, header.length, 0);
  const field = (index: number) => header.readUInt32BE(index * 4);
  const height = field(5);
  const lineBytes = field(12);
  const start = field(0) + field(19) * 12;
  return {
    look() {
      const lines = Math.floor(height / step);
      const picture = Buffer.allocUnsafe(lines * lineBytes);
      for (let line = 0; line < lines; line += 1) {
        readSync(fd, picture, line * lineBytes, lineBytes, start + line * step * lineBytes);
      }
      return picture;
    },
    close: () => closeSync(fd),
  };
}

/** Less than this is a blinking caret or a second of a countdown, not the window. */
const noticedPixels = 40;
const everyMs = 4;
const stillMs = 700;
const patienceMs = 20_000;

/**
 * How long it takes from `act` until the screen shows what it goes on showing,
 * in milliseconds, to 4 ms. Rejects when nothing appears.
 */
export async function timeToPainted(screen: Framebuffer, act: () => Promise<unknown>): Promise<number> {
  let shown = screen.look();
  const startedAt = performance.now();
  let paintedAt: number | undefined;
  let problem: unknown;
  act().catch((error: unknown) => {
    problem = error;
  });
  for (;;) {
    await delay(everyMs);
    if (problem !== undefined) throw problem;
    const picture = screen.look();
    const now = performance.now();
    if (differs(shown, picture)) {
      shown = picture;
      paintedAt = now;
    } else if (paintedAt !== undefined && now - paintedAt > stillMs) return paintedAt - startedAt;
    if (now - startedAt > patienceMs) throw new Error('nothing that lasts appeared on the screen');
  }
}

/**
 * How long it takes from a key to the last change of the picture that follows
 * within `stillMs`, in milliseconds, to one. Rejects when nothing changes.
 */
export async function timeToRepainted(screen: Framebuffer, act: () => void, stillMs = 120): Promise<number> {
  let shown = screen.look();
  const startedAt = performance.now();
  let paintedAt: number | undefined;
  act();
  for (;;) {
    await delay(1);
    const picture = screen.look();
    const now = performance.now();
    if (differs(shown, picture)) {
      shown = picture;
      paintedAt = now;
    } else if (paintedAt !== undefined && now - paintedAt > stillMs) return paintedAt - startedAt;
    if (now - startedAt > patienceMs) throw new Error('nothing changed on the screen');
  }
}

/** Waits until the screen is as it was. */
export async function untilShown(screen: Framebuffer, wanted: Buffer): Promise<void> {
  const endAt = performance.now() + patienceMs;
  while (differs(screen.look(), wanted)) {
    if (performance.now() > endAt) throw new Error('the window stayed on the screen');
    await delay(20);
  }
}

function differs(a: Buffer, b: Buffer): boolean {
  if (a.equals(b)) return false;
  let pixels = 0;
  for (let at = 0; at < a.length; at += 4) {
    if (a.readInt32LE(at) !== b.readInt32LE(at)) pixels += 1;
    if (pixels > noticedPixels) return true;
  }
  return false;
}
