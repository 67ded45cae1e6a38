/** The parts of a link that somebody pasted. Names of hosts are in lower case. */
export interface LinkParts {
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  /** What stands behind the #, as it is written. */
  readonly fragment: string;
  /** Path, query and fragment as they are written. */
  readonly rest: string;
}

/**
 * A link's parts, read by hand: core has no URL. `undefined` for all but https links of a plain host: with a user, a
 * port, a backslash, white space or anything that cannot be seen in it, parsers do not agree on where a link leads.
 */
export function linkParts(link: string): LinkParts | undefined {
  const text = link.trim();
  if (/[\s\\\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) return undefined;
  const match = /^https:\/\/([a-z0-9.-]+)((?:\/[^?#]*)?)((?:\?[^#]*)?)((?:#.*)?)$/i.exec(text);
  if (!match) return undefined;
  const [, host = '', path = '', query = '', fragment = ''] = match;
  return {
    host: host.toLowerCase(),
    path: path || '/',
    query: queryOf(query.slice(1)),
    fragment: fragment.slice(1),
    rest: `${path || '/'}${query}${fragment}`,
  };
}

/** The fields of a query; of several of one name the last. */
export function queryOf(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const pair of text.replaceAll('&amp;', '&').split('&')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    query.set(decoded(name), decoded(value));
  }
  return query;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
