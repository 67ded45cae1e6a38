import type { FileEdit } from '../../core/contract.ts';
import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

/** Prints the diff of what was changed, or would be. */
export const editConfig: Command<{ edit: FileEdit; dryRun?: boolean }> = async ({ edit, dryRun }, { program }) => {
  const answer = await program.call(dryRun ? 'previewFileEdit' : 'applyFileEdit', { edit });
  if (!answer.ok) return answer;
  const { path, diff } = answer.value;
  const applied = !dryRun && diff !== '';
  const note = diff === '' ? `Nothing to change in ${path}.` : applied ? `Changed ${path}.` : `Not changed: ${path}.`;
  return ok({ json: { path, diff, applied }, text: diff.replace(/\n$/, ''), notes: [note] });
};
