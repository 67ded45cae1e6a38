import type { NewSection } from '../core/calls/file-edits.ts';
import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type ByteText, encodeText } from './bytes.ts';
import { findSection, type Target } from './edit-find.ts';
import { applySplices, insertLines, lineBreakOf } from './edit-lines.ts';
import { sectionNameProblem, valueProblem } from './edit-values.ts';
import { writeSectionHeader } from './section-name.ts';

/**
 * Writes new sections to the end of the config file, a blank line before each; no
 * byte of what is there changes. Refuses names that stand in either file already.
 */
export function addSections(
  config: ByteText,
  credentials: ByteText,
  sections: readonly NewSection[],
): Result<ByteText> {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const { kind, name, values } of sections) {
    const bad = problemOf(kind, name, Object.values(values));
    if (bad) return failed(bad);
    for (const [text, file] of [[config, 'config'] as const, [credentials, 'credentials'] as const]) {
      if (kind === 'sso-session' && file === 'credentials') continue;
      const target: Target = { file, kind, name };
      const found = findSection(text, target);
      if (!found.ok) return found;
      if (found.value || seen.has(`${kind} ${name}`)) return failed(taken(target, found.value?.line));
    }
    seen.add(`${kind} ${name}`);
    if (lines.length > 0 || (config !== '' && !/(?:^|\n)\r?\n$/.test(config))) lines.push('');
    lines.push(writeSectionHeader(kind, name, 'config'));
    for (const [key, value] of Object.entries(values)) lines.push(`${key} = ${value}`);
  }
  if (lines.length === 0) return ok(config);
  return ok(
    applySplices(config, [insertLines(config, config.length, lines.map(encodeText), lineBreakOf(config), false)]),
  );
}

function problemOf(kind: NewSection['kind'], name: string, values: readonly string[]) {
  const bad = sectionNameProblem(kind, name, 'config');
  if (bad) return bad;
  for (const value of values) {
    const problem = valueProblem(value);
    if (problem) return problem;
  }
  return undefined;
}

function taken({ file, name }: Target, line: number | undefined) {
  const where = line === undefined ? 'is to be written twice' : `stands in line ${line} of the ${file} file already`;
  return failure('already-there', `“${name}” ${where}.`, 'Choose another name.', { profile: name });
}
