import type { Figure } from '../figure.ts';
import { timedCommand } from '../lib/command.ts';
import { samples } from '../lib/samples.ts';
import { trivialServer } from './trivial-server.ts';

export const shCurl: Figure = {
  name: 'sh-curl',
  what: 'sh + curl --unix-socket, trivial server',
  unit: 'ms',
  async measure(rig) {
    const socket = await trivialServer(rig);
    const script = `answer=$(curl -q -s --noproxy '*' --unix-socket "$0" http://trivial/); printf '%s' "$answer"`;
    return samples(30, () => timedCommand('/bin/sh', ['-c', script, socket]));
  },
};
