import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rig } from '../rig.ts';
import { type Started, startElectron } from './electron.ts';
import { exchange } from './http.ts';
import { untilAnswer } from './until.ts';

export interface Bare extends Started {
  /** What `bare/main.cjs` can be told: open, show, hide, destroy. */
  tell(word: 'open' | 'show' | 'hide' | 'destroy'): Promise<void>;
}

const app = fileURLToPath(new URL('../bare', import.meta.url));

/** Starts the bare program with a profile of its own. Without `obedient` it listens to nothing and loads the less. */
export async function startBare(rig: Rig, { obedient = false } = {}): Promise<Bare> {
  const desktop = await rig.desktop();
  const home = rig.folder();
  const socket = join(home, 'bare.sock');
  mkdirSync(join(home, 'config'));
  const own = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), ...(obedient ? { BARE_SOCKET: socket } : {}) };
  const started = await startElectron(desktop, rig.electron, [app], { ...desktop.env, ...own });
  rig.cleanup.add(() => started.child.end());
  const tell = async (word: string) => {
    await exchange(socket, 'GET', `/${word}`);
  };
  if (obedient) {
    await untilAnswer('its socket', started.child, () =>
      tell('ping').then(
        () => true,
        () => undefined,
      ),
    );
  }
  return { ...started, tell };
}
