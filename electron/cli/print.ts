import type { Failure } from '../core/failure.ts';
import type { CliWorld, Output } from './world.ts';

export function printOutput(output: Output, json: boolean, { stdout, stderr }: CliWorld): void {
  if (json) stdout.write(`${JSON.stringify(output.json)}\n`);
  else if (output.text !== '') stdout.write(`${output.text}\n`);
  if (json) return;
  for (const note of output.notes ?? []) stderr.write(`${note}\n`);
}

/** What happened, what to do about it, and the commands that do it: one line each. */
export function printFailure(failure: Failure, json: boolean, { stdout, stderr }: CliWorld): void {
  if (json) stdout.write(`${JSON.stringify({ failure })}\n`);
  stderr.write(`${oneLine(failure.message)}\n${oneLine(failure.remedy)}\n`);
  // A tool hides or logs this; commands are for the person who typed one, and the first is the best.
  if (!stderr.isTTY) return;
  for (const { command } of failure.fixes ?? [])
    if (!failure.remedy.includes(command)) stderr.write(`  ${oneLine(command)}\n`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}
