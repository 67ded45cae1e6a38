import type { Figure } from '../figure.ts';
import { timedCommand } from '../lib/command.ts';
import { exchange } from '../lib/http.ts';
import { benchProfile, readyProgram } from '../lib/program.ts';
import { samples, timed } from '../lib/samples.ts';

export const credentialsWarm: Figure = {
  name: 'credentials-warm',
  what: '`credentials` warm, as credential_process runs it',
  unit: 'ms',
  floor: 'sh-curl',
  async measure(rig) {
    const program = await readyProgram(rig);
    return samples(30, () => timedCommand(program.launcher, ['credentials', benchProfile], program.env));
  },
};

export const credentialsSocket: Figure = {
  name: 'credentials-socket',
  what: '`credentials` warm, the local socket alone',
  unit: 'ms',
  floor: 'raw-socket',
  async measure(rig) {
    const { socket } = await readyProgram(rig);
    const get = async () => {
      const { status, body } = await exchange(socket, 'GET', `/credentials?profile=${benchProfile}`);
      if (status !== 200) throw new Error(body);
    };
    return samples(200, () => timed(get), 20);
  },
};
