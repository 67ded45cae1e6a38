import type { Figure } from '../figure.ts';
import { timedCommand } from '../lib/command.ts';
import { samples } from '../lib/samples.ts';

export const spawnTrue: Figure = {
  name: 'spawn-true',
  what: 'spawn /bin/true',
  unit: 'ms',
  measure: () => samples(50, () => timedCommand('/bin/true', [])),
};
