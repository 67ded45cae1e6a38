import type { BenchDesktop } from './desktop.ts';
import { timeToRepainted } from './framebuffer.ts';
import type { Keyboard } from './keyboard.ts';
import { cpuMsOfAll } from './memory.ts';
import { delay } from './samples.ts';

/** First letters of teams: what is shown is another list with each. */
const letters = ['p', 'i', 'l', 'm', 's'];

/** A letter, and then the key that takes it away. */
const keyAt = (at: number) => (at % 2 === 1 ? 'BackSpace' : letters[(at / 2) % letters.length]);
/** Keys come at any moment between two frames, as a person's do. */
const anyMoment = () => Math.random() * 17;

/**
 * Presses a letter and takes it away, over and over: from each key to the
 * picture that comes of it, in milliseconds.
 */
export async function typed({ screen }: BenchDesktop, keyboard: Keyboard, keys = 60): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let at = 0; at < keys; at += 1) {
    taken.push(await timeToRepainted(screen, () => keyboard.press(`key ${keyAt(at)}`)));
    await delay(anyMoment());
  }
  return taken;
}

/** The same keys, as fast as a hand types, while nobody looks at the screen: looking takes half a core. */
export async function typedUnseen(keyboard: Keyboard, keys = 60): Promise<void> {
  for (let at = 0; at < keys; at += 1) {
    keyboard.press(`key ${keyAt(at)}`);
    await delay(150 + anyMoment());
  }
}

export interface Typed {
  /** From each key to its picture, in milliseconds. */
  readonly painted: readonly number[];
  /** What a key costs the program, all threads of all its processes together: in milliseconds of processor time. */
  readonly workMs: number;
}

/** The same keys, and what they cost the program that begins with this process. */
export async function typedInto(pid: number, desktop: BenchDesktop, keyboard: Keyboard): Promise<Typed> {
  const before = cpuMsOfAll(pid);
  const painted = await typed(desktop, keyboard);
  return { painted, workMs: (cpuMsOfAll(pid) - before) / painted.length };
}
