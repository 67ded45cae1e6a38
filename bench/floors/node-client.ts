import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { timedCommand } from '../lib/command.ts';
import { samples } from '../lib/samples.ts';
import { trivialServer } from './trivial-server.ts';

const client = fileURLToPath(new URL('node-client.cjs', import.meta.url));

export const nodeClient: Figure = {
  name: 'node-client',
  what: 'node client of a unix socket',
  unit: 'ms',
  async measure(rig) {
    const socket = await trivialServer(rig);
    return samples(20, () => timedCommand(process.execPath, [client, socket]));
  },
};

export const electronNodeClient: Figure = {
  name: 'electron-node-client',
  what: 'Electron as Node, same client',
  unit: 'ms',
  async measure(rig) {
    const socket = await trivialServer(rig);
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const runsAsNode = await timedCommand(rig.electron, ['-e', '0'], { ...env, DISPLAY: '' }).then(
      () => true,
      () => false,
    );
    if (!runsAsNode) return { skipped: 'this runtime does not run as Node' };
    return samples(20, () => timedCommand(rig.electron, [client, socket], env));
  },
};
