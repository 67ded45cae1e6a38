import type { Figure } from '../figure.ts';
import { exchange } from '../lib/http.ts';
import { samples, timed } from '../lib/samples.ts';
import { trivialServer } from './trivial-server.ts';

export const rawSocket: Figure = {
  name: 'raw-socket',
  what: 'one request over a unix socket, trivial server',
  unit: 'ms',
  async measure(rig) {
    const socket = await trivialServer(rig);
    return samples(200, () => timed(() => exchange(socket, 'GET', '/')), 20);
  },
};
