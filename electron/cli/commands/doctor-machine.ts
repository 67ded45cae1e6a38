import { checkMachine as look } from '../../core/doctor/machine/check-machine.ts';
import { ok } from '../../core/result.ts';
import { checkLines } from '../check-lines.ts';
import { machineOf } from '../machine.ts';
import { styleFor } from '../style.ts';
import type { Command } from '../world.ts';

/** Looks at this computer. Starts nothing; exit status 1 when something is wrong. */
export const checkMachine: Command<object> = async (_options, world) => {
  const checks = await look(machineOf(world));
  return ok({
    json: { checks },
    text: checkLines(checks, styleFor(world)).join('\n'),
    status: checks.some(({ status }) => status === 'failed') ? 1 : 0,
  });
};
