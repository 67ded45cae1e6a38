/** The parameters of a query-protocol request: flat names such as `Tags.member.1.Key`. */
export type QueryParameters = ReadonlyMap<string, string>;

/** Reads form text (the body of a POST, the query of a GET). The last of two equal names wins. */
export function parseParameters(form: string): QueryParameters {
  return new Map(new URLSearchParams(form));
}

/** The members of a list in order: for each, its own parameters with the prefix cut off (`''` is the member itself). */
export function listMembers(parameters: QueryParameters, list: string): QueryParameters[] {
  const members = new Map<number, Map<string, string>>();
  for (const [name, value] of parameters) {
    const match = new RegExp(`^${list}\\.member\\.(\\d+)(?:\\.(.*))?$`).exec(name);
    if (!match) continue;
    const index = Number(match[1]);
    const member = members.get(index) ?? new Map<string, string>();
    member.set(match[2] ?? '', value);
    members.set(index, member);
  }
  return [...members].sort(([a], [b]) => a - b).map(([, member]) => member);
}
