import { type Failure, failure } from '../core/failure.ts';
import { type FileKind, isPlainName, type SectionKind } from './section-name.ts';

/**
 * What may be written: nothing that botocore or the JavaScript SDK would reject or
 * read as something else. No message repeats the refused text: it may be a secret
 * pasted into the wrong place.
 */
const refuse = (message: string, remedy: string): Failure => failure('bad-input', message, remedy);

// All that some reader takes for the end of a line: also the separators of Python's splitlines.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const lineBreak = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const control = /[\0-\x08\x0e-\x1f\x7f]/;

function commonProblem(what: string, text: string): Failure | undefined {
  if (lineBreak.test(text)) return refuse(`The ${what} contains a line break.`, 'Write it in one line.');
  if (control.test(text) || /\p{Surrogate}/u.test(text))
    return refuse(`The ${what} contains a character that cannot be written.`, 'Remove control characters.');
  return undefined;
}

export function sectionNameProblem(kind: SectionKind, name: string, file: FileKind): Failure | undefined {
  const what = kind === 'profile' ? 'profile name' : `${kind} name`;
  if (name.trim() === '') return refuse(`The ${what} is empty.`, 'Give it a name.');
  const common = commonProblem(what, name);
  if (common) return common;
  if (name === '__proto__' || (file === 'credentials' && name === 'DEFAULT'))
    return refuse(`AWS's tools refuse or misread a file with this ${what}.`, 'Choose another name.');
  if (name !== name.trim() || !name.split(/[ \t]/).every((part) => part === '' || isPlainName(part)))
    return refuse(
      `The ${what} has characters that AWS's tools do not read.`,
      'Use letters, digits and - _ / . % @ : + (and single blanks inside).',
    );
  return undefined;
}

const keyName = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?$/;

/** A key, or `parent.key` for one level of nesting. */
export function keyProblem(key: string): Failure | undefined {
  const common = commonProblem('key', key);
  if (common) return common;
  if (keyName.test(key)) return undefined;
  return refuse("The key is not one AWS's tools read.", 'Use letters, digits, - and _, with one dot for a nested key.');
}

export function valueProblem(value: string): Failure | undefined {
  const common = commonProblem('value', value);
  if (common) return common;
  if (value === '') return refuse('The value is empty.', 'Remove the key instead: rolecall config unset PROFILE KEY');
  if (value !== value.trim())
    return refuse('The value begins or ends with blanks, which every reader drops.', 'Remove them.');
  if (/(^|\s)[#;]/.test(value))
    return refuse(
      'The value has “#” or “;” at its start or after a blank, where AWS SDKs begin a comment.',
      'Use a value without them.',
    );
  return undefined;
}
