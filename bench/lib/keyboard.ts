import { spawn } from 'node:child_process';
import type { Rig } from '../rig.ts';

export interface Keyboard {
  /** Presses a key, or turns the wheel, on the private display; at once, since nothing is started for it. */
  press(command: `key ${string}` | `click ${string}` | `mousemove ${number} ${number}`): void;
  end(): void;
}

/** One xdotool that reads what to do from its input. */
export function openKeyboard(env: NodeJS.ProcessEnv, rig: Rig): Keyboard {
  const child = spawn('xdotool', ['-'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  const end = () => {
    child.stdin.end();
    child.kill();
  };
  rig.cleanup.add(end);
  return { press: (command) => void child.stdin.write(`${command}\n`), end };
}
