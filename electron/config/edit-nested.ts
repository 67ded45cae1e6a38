import { failure } from '../core/failure.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type ByteText, encodeText } from './bytes.ts';
import { ambiguous } from './edit-find.ts';
import { applySplices, indentation, insertLines, lineBreakOf, replaceEntry, sameValue } from './edit-lines.ts';
import { type Entry, isNested, parseSyntax } from './parse-syntax.ts';

/** A nested block's lines as entries of their own. */
export function subEntries(text: ByteText, parent: Entry): readonly Entry[] {
  // Read as a section: the block's lines behind a header, all with one indentation or deeper.
  const block = text.slice(parent.lineEnd, parent.end);
  const shift = parent.lineEnd - 4;
  return (parseSyntax(`[x]\n${block}`).sections[0]?.entries ?? []).map((entry) => ({
    ...entry,
    start: entry.start + shift,
    keyStart: entry.keyStart + shift,
    lineEnd: entry.lineEnd + shift,
    end: entry.end + shift,
  }));
}

/** Sets a key of a nested block that is there: its line, or a new one behind its last. */
export function setNested(text: ByteText, parent: Entry, subKey: string, value: string): Result<ByteText> {
  if (parent.value !== '' && !isNested(parent.value))
    return failed(
      failure(
        'bad-input',
        `“${parent.key}” has a value of its own in line ${parent.line}, so it cannot hold nested keys.`,
        'Unset it first.',
      ),
    );
  const subs = subEntries(text, parent);
  const twins = subs.filter((entry) => entry.key === subKey.toLowerCase());
  if (twins.length > 1)
    return failed(
      ambiguous(
        `“${subKey}”`,
        twins.map((entry) => entry.line - 1 + parent.line),
      ),
    );
  const [existing] = twins;
  if (existing)
    return ok(sameValue(text, existing, value) ? text : applySplices(text, [replaceEntry(text, existing, value)]));
  const last = subs.at(-1);
  const indent = last ? indentation(text, last) : `${indentation(text, parent)}    `;
  const line = indent + encodeText(`${subKey} = ${value}`);
  return ok(applySplices(text, [insertLines(text, parent.end, [line], lineBreakOf(text, parent.start), false)]));
}
