/** Characters that are invisible, steer a terminal, or reorder what stands around them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name from a file or an answer of others, on one line, with nothing in it that could pose as something else. */
export function plainName(name: string): string {
  return name.replaceAll(unprintable, '\uFFFD');
}

/** Whether all of a name can be seen, where it stands. */
export function isPlain(name: string): boolean {
  return plainName(name) === name;
}
