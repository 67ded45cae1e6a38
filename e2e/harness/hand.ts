import type { Locator } from 'playwright';
import { run, until } from './processes.ts';
import type { Program } from './program.ts';

/** A person's hand: each movement goes through the display, whatever window has focus there, and is counted. */
export interface Hand {
  /** A key, or keys pressed together, as X names them: `ctrl+alt+r`. */
  press(chord: string): Promise<void>;
  /** A word; two words are two. */
  type(word: string): Promise<void>;
  /** What the clipboard holds, here typed. */
  paste(text: string): Promise<void>;
  click(what: Locator): Promise<void>;
  /** A click on the icon opens its menu. */
  openTray(): Promise<void>;
  /** A click on an entry of the menu that is open. */
  choose(beginning: string): Promise<void>;
  count(): number;
}

/** A hand that has done nothing yet. */
export function createHand({ env, tray }: Pick<Program, 'env' | 'tray'>): Hand {
  let actions = 0;
  let menuOpen = false;

  async function xdotool(args: readonly string[], input?: string): Promise<void> {
    const { status, stderr } = await run('xdotool', args, { env: { ...env }, ...(input !== undefined && { input }) });
    if (status !== 0) throw new Error(`xdotool ${args[0]}: ${stderr}`);
  }
  // What is typed may be a secret, and a test beside this one looks for it on every command line.
  const typed = (text: string) => xdotool(['type', '--delay', '5', '--file', '-'], text);

  return {
    async press(chord) {
      actions += 1;
      await xdotool(['key', chord]);
    },
    async type(word) {
      if (/\s/.test(word.trim())) throw new Error(`"${word}" is more than one word`);
      actions += 1;
      await typed(word);
    },
    async paste(text) {
      actions += 1;
      await typed(text);
    },
    async click(what) {
      actions += 1;
      await what.click();
    },
    async openTray() {
      actions += 1;
      menuOpen = (await (await tray()).menu()).length > 0;
    },
    async choose(beginning) {
      if (!menuOpen) throw new Error('no menu is open');
      actions += 1;
      menuOpen = false;
      await (await tray()).press(beginning);
    },
    count: () => actions,
  };
}

/** Waits until the window that has the keyboard is the one of this title. */
export async function untilFocused({ env }: Pick<Program, 'env'>, title: RegExp): Promise<void> {
  await until(`a focused window ${title}`, async () => {
    const { stdout } = await run('xdotool', ['getwindowfocus', 'getwindowname'], { env: { ...env } });
    return title.test(stdout.trim());
  });
}
