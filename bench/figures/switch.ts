import type { Figure } from '../figure.ts';
import { benchProfile, readyProgram } from '../lib/program.ts';
import { samples, timed } from '../lib/samples.ts';

export const switchCached: Figure = {
  name: 'switch-cached',
  what: 'switch with a cached session',
  unit: 'ms',
  floor: 'raw-socket',
  async measure(rig) {
    const program = await readyProgram(rig);
    return samples(30, () => timed(() => program.call('switchProfile', { profile: benchProfile })), 20);
  },
};

export const switchUncached: Figure = {
  name: 'switch-uncached',
  what: 'switch without one: keychain and one AssumeRole',
  unit: 'ms',
  floor: 'sandbox-round-trip',
  async measure(rig) {
    const program = await readyProgram(rig);
    const take = async () => {
      await program.call('signOut', { profile: benchProfile });
      return timed(() => program.call('switchProfile', { profile: benchProfile }));
    };
    return samples(30, take, 20);
  },
};
