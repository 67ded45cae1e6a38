import { readFile } from 'node:fs/promises';
import { importPartitions } from '../../aws/import-partitions.ts';
import { iniSections } from '../../config/ini-sections.ts';
import { failure } from '../../core/failure.ts';
import { type ImportChoices, planImport } from '../../core/import/plan-import.ts';
import { readImport } from '../../core/import/read-import.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

/** Larger than any list of roles; what is larger is not one. */
const LARGEST = 8_000_000;

type Options = ImportChoices & { readonly from: string; readonly dryRun?: boolean };

/** Profiles from a link or another tool's file, in one edit of the config file. Needs no running program. */
export const importProfiles: Command<Options> = async ({ from, dryRun, ...choices }, world) => {
  const text = await textOf(from);
  if (!text.ok) return text;
  const imported = readImport(text.value, importPartitions, iniSections);
  if (!imported.ok) return imported;
  const config = offlineConfig(world);
  const plan = planImport(imported.value, await config.read(), choices);
  if (!plan.ok) return plan;
  const { add, same } = plan.value;
  const edit = { kind: 'add-sections', sections: add } as const;
  const written = await (dryRun ? config.preview(edit) : config.apply(edit));
  if (!written.ok) return written;
  const { path, diff } = written.value;
  const applied = !dryRun && diff !== '';
  const { left } = imported.value;
  return ok({
    json: { from: imported.value.from, path, diff, applied, added: add.map(({ name }) => name), same, left },
    text: diff.replace(/\n$/, ''),
    notes: [
      ...left.map(({ what, why }) => `Left out: ${plainName(what)}: ${plainName(why)}.`),
      ...(same.length > 0 ? [`There already: ${same.map(plainName).join(', ')}.`] : []),
      applied ? `Changed ${plainName(path)}.` : diff === '' ? 'Nothing to change.' : `Not changed: ${plainName(path)}.`,
    ],
  });
};

async function textOf(from: string): Promise<Result<string>> {
  if (/^https?:\/\//i.test(from)) return ok(from);
  try {
    const bytes = await readFile(from);
    if (bytes.length <= LARGEST) return ok(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    return failed(failure('bad-input', `${plainName(from)} is too large for a list of roles.`, 'Choose another file.'));
  } catch {
    return failed(
      failure(
        'bad-input',
        `${plainName(from)} could not be read.`,
        'Give the path of a file, or a switch-role link in quotes.',
      ),
    );
  }
}
