import type { Failure } from '../core/failure.ts';
import type { CliWorld, Output } from './world.ts';

export function printOutput(output: Output, json: boolean, { stdout, stderr }: CliWorld): void {
  if (json) stdout.write(`${JSON.stringify(output.json)}\n`);
  else if (output.text !== '') stdout.write(`${output.text}\n`);
  if (json) return;
  for (const note of output.notes ?? []) stderr.write(`${note}\n`);
}

/** What happened, then what to do about it: one line each. */
export function printFailure(failure: Failure, json: boolean, { stdout, stderr }: CliWorld): void {
  if (json) stdout.write(`${JSON.stringify({ failure })}\n`);
  stderr.write(`${oneLine(failure.message)}\n${oneLine(failure.remedy)}\n`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}
