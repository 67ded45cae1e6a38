/** The parser drops tabs and newlines and reads a backslash as a slash; browsers and shells may not agree. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const ambiguous = /[\u0000-\u0020\u007f\\]/;

/** A link that every program reads in the same way; `undefined` for any other text. */
export function plainUrl(text: string): URL | undefined {
  return !ambiguous.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
