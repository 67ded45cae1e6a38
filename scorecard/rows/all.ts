import type { Row } from '../row.ts';
import { kill } from './01-kill.ts';
import { mutated } from './02-mutated.ts';
import { writers } from './03-writers.ts';
import { besideAwsCli } from './04-aws-cli.ts';
import { readers } from './05-readers.ts';
import { symbolicLinks } from './06-links.ts';
import { modes } from './07-modes.ts';
import { faults } from './08-faults.ts';
import { firstStart } from './09-first-start.ts';
import { adopt } from './10-adopt.ts';
import { canariesOnDisk } from './11-canaries-on-disk.ts';
import { canariesInProcesses } from './12-canaries-in-processes.ts';
import { lockedKeyring } from './16-locked-keyring.ts';
import { oneCode } from './28-one-code.ts';
import { helpers } from './29-helpers.ts';
import { clockJumps } from './30-clock-jumps.ts';
import { refreshRace } from './31-refresh-race.ts';
import { organisationWithLimits } from './32-organisation.ts';
import { sleeps } from './33-sleeps.ts';

/** Every row, in order. */
export const rows: readonly Row[] = [
  kill,
  mutated,
  writers,
  besideAwsCli,
  readers,
  symbolicLinks,
  modes,
  faults,
  firstStart,
  adopt,
  canariesOnDisk,
  canariesInProcesses,
  lockedKeyring,
  oneCode,
  helpers,
  clockJumps,
  refreshRace,
  organisationWithLimits,
  sleeps,
];
