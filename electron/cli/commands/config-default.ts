import { failure } from '../../core/failure.ts';
import { failed } from '../../core/result.ts';
import type { Command } from '../world.ts';
import { editConfig } from './config-edit.ts';

export const editDefault: Command<{ onOrOff: string; dryRun?: boolean }> = async ({ onOrOff, dryRun }, world) => {
  if (onOrOff !== 'on' && onOrOff !== 'off') {
    return failed(failure('bad-input', 'Say "on" or "off".', 'For example: rolecall config default on --dry-run'));
  }
  const kind = onOrOff === 'on' ? 'hand-over-default' : 'take-back-default';
  return editConfig({ edit: { kind }, dryRun }, world);
};
