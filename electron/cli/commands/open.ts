import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

export const open: Command<object> = async (_options, { program }) => {
  const shown = await program.call('showPopover', {});
  return shown.ok ? ok({ json: { shown: true }, text: '' }) : shown;
};
