/** AWS's wildcards: `*` any run of characters, `?` exactly one. */
export function wildcard(pattern: string, text: string, flags = ''): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`).test(text);
}

/** ARN patterns: each of the six parts is matched by itself, so that `*` does not run over a colon before the resource. */
export function arnLike(pattern: string, text: string): boolean {
  const [want, have] = [parts(pattern), parts(text)];
  return want.length === have.length && want.every((part, index) => wildcard(part, have[index] ?? ''));
}

function parts(arn: string): string[] {
  const all = arn.split(':');
  return [...all.slice(0, 5), all.slice(5).join(':')];
}
