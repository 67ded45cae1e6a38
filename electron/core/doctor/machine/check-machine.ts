import type { Check } from '../check.ts';
import { checkFilePlaces } from './file-places.ts';
import { checkFiles } from './files.ts';
import type { Machine, MachineCheck } from './machine.ts';
import { checkProgram } from './own-program.ts';
import { checkAwsCli, checkEnvironment, checkKeychain, checkNetwork } from './surroundings.ts';

/** In the order in which a person would look. */
const machineChecks: readonly MachineCheck[] = [
  checkFiles,
  checkFilePlaces,
  checkKeychain,
  checkNetwork,
  checkEnvironment,
  checkProgram,
  checkAwsCli,
];

/** Looks at this computer, all at once; asks nobody for anything and changes nothing. */
export async function checkMachine(machine: Machine): Promise<readonly Check[]> {
  return (await Promise.all(machineChecks.map((check) => check(machine)))).flat();
}
