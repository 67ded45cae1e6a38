import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rig } from '../rig.ts';
import { type Started, startElectron } from './electron.ts';
import { exchange } from './http.ts';
import { untilAnswer } from './until.ts';

export interface Bare extends Started {
  /** What `bare/main.cjs` can be told. */
  tell(word: 'open' | 'open-keys' | 'show' | 'hide' | 'destroy'): Promise<void>;
}

const app = fileURLToPath(new URL('../bare', import.meta.url));

/** Starts the bare program with a profile of its own. Without `obedient` it listens to nothing and loads the less. */
export async function startBare(rig: Rig, { obedient = false } = {}): Promise<Bare> {
  const home = rig.folder();
  const socket = join(home, 'bare.sock');
  const env = { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), ...(obedient ? { BARE_SOCKET: socket } : {}) };
  const started = startElectron(await rig.desktop(), rig.electron, [app], env);
  rig.cleanup.add(() => started.child.end());
  await started.toTrayMs;
  const tell = async (word: string) => {
    await exchange(socket, 'GET', `/${word}`);
  };
  const listens = () =>
    tell('ping').then(
      () => true,
      () => undefined,
    );
  if (obedient) await untilAnswer('its socket', started.child, listens);
  return { ...started, tell };
}
