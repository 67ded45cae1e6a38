/** Names leave these unseparated from the word before them: "readonly", "poweruser", "administratoraccess". */
const JOINED = ['only', 'user', 'access'];
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a word begins at this place: after a sign, at a hump ("ReadOnly") or at what names leave unseparated. */
export function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true;
  if (isSign(text, at)) return false;
  if (isSign(text, at - 1)) return true;
  const here = text.charCodeAt(at);
  if (isCapital(here)) return isHump(text, at);
  for (const word of JOINED) if (word.charCodeAt(0) === here && text.startsWith(word, at)) return true;
  return false;
}

/** A capital behind a letter that is none, as in "ReadOnly". */
export function isHump(text: string, at: number): boolean {
  return isCapital(text.charCodeAt(at)) && !isCapital(text.charCodeAt(at - 1));
}

/** The text with the first letter of each word as a capital, and no other: "Prod-Payments/ReadOnly". */
export function withCapitals(text: string): string {
  let marked = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    marked += isWordStart(text, at) ? letter.toUpperCase() : letter.toLowerCase();
  }
  return marked;
}

/**
 * What a text `withCapitals` matches whose words a term abbreviates: it is made
 * of their beginnings, in order. "ppa" and "prad" are "prod-payments/admin",
 * "ro" is "ReadOnly". `next` passes over no word on its way.
 */
export function abbreviation(term: string): { readonly next: RegExp; readonly any: RegExp } {
  const letters = [...term].map((letter) => ({ same: escaped(letter), begins: escaped(letter.toUpperCase()) }));
  const pattern = (between: string) =>
    letters.map(({ same, begins }, at) => (at === 0 ? begins : `(?:${same}|${between}${begins})`)).join('');
  return { next: new RegExp(pattern('[^A-Z]*')), any: new RegExp(pattern('.*')) };
}

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

const isCapital = (code: number) => code >= 65 && code <= 90;

function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || isCapital(code)) return false;
  return code < 128 || !LETTER_OR_DIGIT.test(text[at] ?? '');
}
