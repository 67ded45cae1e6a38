import type { KeyEdit } from '../../core/contract.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok, type Result } from '../../core/result.ts';
import { shellWord } from '../../core/shell-word.ts';
import type { CliWorld, Command, Output } from '../world.ts';

interface Options {
  /** All that can be taken in, without one. */
  readonly profile?: string | undefined;
  readonly dryRun?: boolean;
  readonly adopt?: boolean;
}

/** Proves each key, keeps it, and takes its lines out of the file; prints the diff without the key. */
export const takeKeys: Command<Options> = async (options, world) => {
  if (options.profile !== undefined) return takeOne(options.profile, options, world);
  const found = await world.program.call('findClearKeys', {});
  if (!found.ok) return found;
  const outputs: Output[] = [];
  const notes: string[] = [];
  for (const { profile, failure } of found.value.keys) {
    const taken = failure ? ({ ok: false, failure } as const) : await takeOne(profile, options, world);
    if (taken.ok) outputs.push(taken.value);
    else notes.push(`${taken.failure.message} ${taken.failure.remedy}`);
  }
  if (outputs.length + notes.length === 0) notes.push('No access key stands in clear in your AWS files.');
  const failed = found.value.keys.length > outputs.length;
  return ok({
    json: { keys: outputs.map(({ json }) => json), problems: notes },
    text: outputs.map(({ text }) => text).join('\n'),
    notes: [...outputs.flatMap((output) => output.notes ?? []), ...notes],
    ...(failed && { status: 1 }),
  });
};

async function takeOne(profile: string, { dryRun, adopt }: Options, world: CliWorld): Promise<Result<Output>> {
  const { program } = world;
  const answer = await program.call(dryRun ? 'previewTakeKey' : 'takeKey', { profile });
  if (!answer.ok) return answer;
  const output = keyEditOutput(profile, answer.value, !dryRun);
  const name = plainName(profile);
  if (dryRun) return ok({ ...output, notes: ['Not changed.', ...(output.notes ?? [])] });
  const notes = [`The access key of ${name} is in the keychain.`, ...(output.notes ?? [])];
  if (!adopt)
    return ok({
      ...output,
      notes: [
        ...notes,
        `For AWS tools that name the profile: rolecall config adopt ${shellWord(name)}`,
        `To undo this: rolecall keys put-back ${shellWord(name)}`,
      ],
    });
  const adopted = await program.call('applyFileEdit', { edit: { kind: 'adopt', profile } });
  if (!adopted.ok) return adopted;
  return ok({
    json: { ...(output.json as object), adopted: adopted.value },
    text: [output.text, adopted.value.diff.replace(/\n$/, '')].join('\n'),
    notes: [...notes, `AWS tools that name ${name} ask Rolecall now.`],
  });
}

/** The diffs of an edit around a key, and where else the secret stands. */
export function keyEditOutput(profile: string, { files, copies }: KeyEdit, applied: boolean): Output {
  return {
    json: { profile, files, copies, applied },
    text: files
      .map(({ diff }) => diff.replace(/\n$/, ''))
      .filter((diff) => diff !== '')
      .join('\n'),
    notes: copies.map(
      (path) => `The same secret stands in ${plainName(path)}, which is not Rolecall’s to change: remove it there.`,
    ),
  };
}
