import { type Failure, failure } from '../../core/failure.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type ByteText, decodeText } from '../bytes.ts';
import { findEntry, findSection, type Target } from '../edit-find.ts';
import type { Entry, Section } from '../parse-syntax.ts';

const tokenKeys = ['aws_session_token', 'aws_security_token'];

/** A long-term key as it stands in one file. */
export interface KeyInFile {
  readonly section: Section;
  readonly id: Entry;
  readonly secret: Entry;
}

/**
 * The key of a profile in one file; `undefined` when there is none. Refuses what
 * cannot be one key beyond doubt (`file-ambiguous`), half a key (`key-missing`)
 * and temporary credentials (`not-supported`), each with the lines.
 */
export function findKey(text: ByteText, target: Target): Result<KeyInFile | undefined> {
  const section = findSection(text, target);
  if (!section.ok || !section.value) return section.ok ? ok(undefined) : section;
  const id = findEntry(section.value, 'aws_access_key_id');
  if (!id.ok) return id;
  const secret = findEntry(section.value, 'aws_secret_access_key');
  if (!secret.ok) return secret;
  if (!id.value && !secret.value) return ok(undefined);
  const token = section.value.entries.find(({ key }) => tokenKeys.includes(key));
  if (token || (id.value && decodeText(id.value.value).startsWith('ASIA')))
    return failed(temporary(target, token ?? (id.value as Entry)));
  if (!id.value || !secret.value) return failed(half(target, (id.value ?? secret.value) as Entry));
  const odd = [id.value, secret.value].find(({ value }) => value === '' || value.includes('\n'));
  if (odd) return failed(oddValue(target, odd));
  return ok({ section: section.value, id: id.value, secret: secret.value });
}

function temporary({ name }: Target, { line }: Entry): Failure {
  return failure(
    'not-supported',
    `“${name}” holds temporary credentials (line ${line}), which end by themselves; Rolecall takes in long-term keys only.`,
    'Remove their lines when they have expired. Whatever wrote them can ask Rolecall instead.',
    { profile: name },
  );
}

function half({ name }: Target, entry: Entry): Failure {
  const other = entry.key === 'aws_access_key_id' ? 'aws_secret_access_key' : 'aws_access_key_id';
  return failure(
    'key-missing',
    `“${name}” has ${entry.key} in line ${entry.line}, and no ${other} beside it.`,
    `Add the other half, or remove line ${entry.line}.`,
    { profile: name },
  );
}

function oddValue({ name }: Target, entry: Entry): Failure {
  return failure(
    'file-ambiguous',
    `The ${entry.key} of “${name}” in line ${entry.line} is empty or goes on over the next lines.`,
    'Write its value in that line, then try again.',
    { profile: name },
  );
}
