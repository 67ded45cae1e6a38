import type { SectionValues } from '../aws-files.ts';
import type { NewSection } from '../calls/file-edits.ts';
import { failure } from '../failure.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Imported, ImportedSection } from './imported.ts';

export interface ImportChoices {
  /** Who assumes the roles that name nobody. */
  readonly source?: string | undefined;
  /** The name of the one profile. */
  readonly name?: string | undefined;
  /** Put before each new name. */
  readonly prefix?: string | undefined;
}

export interface ImportPlan {
  readonly add: NewSection[];
  /** Names that are there already and say the same. */
  readonly same: readonly string[];
}

interface Existing {
  readonly profiles: ReadonlyMap<string, SectionValues>;
  readonly ssoSessions: ReadonlyMap<string, SectionValues>;
}

/**
 * What is to be written: names made unique or refused, sources filled in. Fails with
 * `bad-input` (a choice is missing) or `already-there` (the names that are taken).
 */
export function planImport(
  imported: Imported,
  existing: Existing,
  { source, name, prefix = '' }: ImportChoices,
): Result<ImportPlan> {
  const { sections } = imported;
  if (name !== undefined && sections.length !== 1)
    return wrong(
      `There are ${sections.length} profiles in it, and one name cannot serve all.`,
      'Use --prefix instead.',
    );
  if (source !== undefined && !existing.profiles.has(source) && !sections.some((one) => one.name === source))
    return wrong(`There is no profile "${source}" to assume the roles from.`, 'See which there are: rolecall list');
  const without = sections.find((section) => section.needsSource);
  if (without && source === undefined)
    return wrong(
      `Nothing says which profile the role of "${without.name}" is assumed from.`,
      'Name the profile of your user: --source PROFILE',
    );
  const names = new Set(sections.map((section) => section.name));
  const renamed = sections.map((section) => ({
    ...withSource(section, source, names, prefix),
    name: name ?? prefix + section.name,
  }));
  const add: NewSection[] = [];
  const same: string[] = [];
  const taken: string[] = [];
  const seen = new Map<string, ImportedSection>();
  for (const section of renamed) {
    const key = `${section.kind} ${section.name}`;
    const before = existingValues(section, existing) ?? seen.get(key)?.values;
    seen.set(key, section);
    if (!before) add.push({ kind: section.kind, name: section.name, values: { ...section.values } });
    else (says(before, section.values) ? same : taken).push(section.name);
  }
  if (taken.length > 0)
    return failed(
      failure(
        'already-there',
        `There are other profiles of these names already, or twice in it: ${taken.join(', ')}.`,
        sections.length === 1 ? 'Choose another: --name NAME' : 'Put something before the new names: --prefix TEXT',
      ),
    );
  return ok({ add, same });
}

/** Names of the same import follow the prefix. */
function withSource(
  section: ImportedSection,
  source: string | undefined,
  names: ReadonlySet<string>,
  prefix: string,
): ImportedSection {
  const from = section.needsSource ? source : section.values.source_profile;
  if (from === undefined) return section;
  const inside = !section.needsSource && names.has(from);
  const { role_arn, ...rest } = section.values;
  return {
    ...section,
    values: { ...(role_arn && { role_arn }), ...rest, source_profile: inside ? prefix + from : from },
  };
}

function existingValues(section: ImportedSection, { profiles, ssoSessions }: Existing): SectionValues | undefined {
  return (section.kind === 'profile' ? profiles : ssoSessions).get(section.name);
}

function says(there: SectionValues, values: ImportedSection['values']): boolean {
  return Object.entries(values).every(([key, value]) => there[key] === value || there[`rolecall_${key}`] === value);
}

function wrong(message: string, remedy: string) {
  return failed(failure('bad-input', message, remedy));
}
