import type { Figure } from '../figure.ts';
import { exchange } from '../lib/http.ts';
import { benchProfile, readyProgram } from '../lib/program.ts';
import { samples, timed } from '../lib/samples.ts';
import { benchSandbox } from '../lib/sandbox.ts';

/** Asked for at the same time, so that the fault is met while we measure. It has no session, as its role wants MFA. */
const otherProfile = 'bob-developer';

const faults = [
  ['throttling', { kind: 'throttle' }],
  ['5xx', { kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'later' }],
  ['resets', { kind: 'drop' }],
  ['black-hole', { kind: 'hang' }],
  ['half-closed', { kind: 'half-close' }],
  ['trickle', { kind: 'trickle', msPerByte: 1000 }],
] as const;

/** The local socket answers from memory, whatever goes on between the program and AWS. */
export const cachedUnderFaults: readonly Figure[] = faults.map(([name, fault]) => ({
  name: `cached-${name}`,
  what: `\`credentials\` warm, the local socket alone, during ${name}`,
  unit: 'ms',
  floor: 'raw-socket',
  async measure(rig) {
    const { socket } = await readyProgram(rig);
    const { endpoints } = await benchSandbox(rig);
    const change = (body: object) =>
      fetch(`${endpoints.control}/faults`, { method: 'POST', body: JSON.stringify(body) }).then((answer) => {
        if (!answer.ok) throw new Error(`the sandbox took no fault: ${answer.status}`);
      });
    const get = async (profile: string) => exchange(socket, 'GET', `/credentials?profile=${profile}`);
    await change({ ...fault, service: 'sts' });
    const other = get(otherProfile);
    try {
      return await samples(100, () =>
        timed(async () => {
          const { status, body } = await get(benchProfile);
          if (status !== 200) throw new Error(body);
        }),
      );
    } finally {
      await change({ clear: true });
      await other;
    }
  },
}));
