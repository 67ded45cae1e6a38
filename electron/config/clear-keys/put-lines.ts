import type { TakenLines } from '../../core/access-keys/taken-key.ts';
import type { AccessKey } from '../../core/credentials.ts';
import { failure } from '../../core/failure.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type ByteText, encodeText } from '../bytes.ts';
import { insertKeys, insertSection } from '../edit.ts';
import { findSection, type Target } from '../edit-find.ts';
import { applySplices, lineBreakOf, type Splice } from '../edit-lines.ts';
import { sectionNameProblem, valueProblem } from '../edit-values.ts';
import type { Section } from '../parse-syntax.ts';
import { findKey } from './find-key.ts';
import { digestOf, linesBetween } from './take-lines.ts';

/**
 * Puts a key's lines back where they stood. Where the lines around them are as
 * they were, the file is the same to the byte; where others changed them, the
 * key goes to the end of its section, or into a new one.
 */
export function putLines(
  text: ByteText,
  target: Target,
  chunks: readonly TakenLines[],
  key: AccessKey,
): Result<ByteText> {
  const bad =
    sectionNameProblem(target.kind, target.name, target.file) ??
    valueProblem(key.accessKeyId) ??
    valueProblem(key.secretAccessKey);
  if (bad) return failed(bad);
  const there = findKey(text, target);
  if (!there.ok) return there;
  if (there.value) return holds(text, target, key) ? ok(text) : failed(otherKey(target, there.value.id.line));
  const section = findSection(text, target);
  if (!section.ok) return section;
  const pairs = [
    ['aws_access_key_id', key.accessKeyId],
    ['aws_secret_access_key', key.secretAccessKey],
  ] as const;
  if (!section.value) {
    const lines = pairs.map(([name, value]) => `${name} = ${value}`);
    return ok(applySplices(text, [insertSection(text, target, lines, true)]));
  }
  const exact = inPlace(text, target, chunks, key);
  if (exact !== undefined && holds(exact, target, key)) return ok(exact);
  const appended = applySplices(text, [insertKeys(text, section.value, pairs, true)]);
  if (holds(appended, target, key)) return ok(appended);
  return failed(noPlace(target, section.value.line));
}

/** The lines where they were; `undefined` when a line they stood behind is not there any more. */
function inPlace(text: ByteText, target: Target, chunks: readonly TakenLines[], key: AccessKey): ByteText | undefined {
  let current = text;
  for (const chunk of chunks) {
    const section = findSection(current, target);
    if (!section.ok || !section.value) return undefined;
    const splice = spliceOf(current, section.value, chunk, key);
    if (!splice) return undefined;
    current = applySplices(current, [splice]);
  }
  return current;
}

function spliceOf(text: ByteText, section: Section, chunk: TakenLines, key: AccessKey): Splice | undefined {
  const alike = linesBetween(text, section.start, section.end).filter(
    (line) => digestOf(text, line) === chunk.behind.digest,
  );
  const line = alike[chunk.behind.nth - 1];
  if (!line) return undefined;
  const body = chunk.parts
    .map((part) =>
      typeof part === 'string' ? part : encodeText(part.own === 'id' ? key.accessKeyId : key.secretAccessKey),
    )
    .join('');
  // Lines from the end of a file that had no last line break begin with the one before them.
  if (/^\r?\n/.test(body)) return { start: line.end, end: line.end, text: body };
  if (line.next > line.end) return { start: line.next, end: line.next, text: body };
  return { start: line.end, end: line.end, text: lineBreakOf(text, section.start) + body.replace(/\r?\n$/, '') };
}

function holds(text: ByteText, target: Target, key: AccessKey): boolean {
  const found = findKey(text, target);
  if (!found.ok || !found.value) return false;
  const { id, secret } = found.value;
  return id.value === encodeText(key.accessKeyId) && secret.value === encodeText(key.secretAccessKey);
}

function otherKey({ name }: Target, line: number) {
  return failure(
    'file-ambiguous',
    `“${name}” has another access key in line ${line} by now.`,
    'Remove that one from the file first, or keep it and leave this one in the keychain.',
    { profile: name },
  );
}

function noPlace({ name }: Target, line: number) {
  return failure(
    'file-ambiguous',
    `The section of “${name}” in line ${line} has lines that would swallow the key.`,
    'Correct it, then try again.',
    { profile: name },
  );
}
